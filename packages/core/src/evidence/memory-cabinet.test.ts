import { keyContract } from '@lienthong/testing/key-contract';
import { memoryCabinet } from './memory-cabinet.js';

/** Several programs on one memory: each may close its own door. */
keyContract({
  name: 'the cabinet in memory',
  place: async () => {
    const shared = memoryCabinet();
    return { cabinet: async () => doorTo(shared) };
  },
});

const doorTo = (shared: ReturnType<typeof memoryCabinet>): ReturnType<typeof memoryCabinet> => {
  const closed = memoryCabinet();
  void closed.close()();
  let open = true;
  const at = () => (open ? shared : closed);
  return {
    find: (place) => () => at().find(place)(),
    put: (place, wrapped) => () => at().put(place, wrapped)(),
    bury: (tombstone) => () => at().bury(tombstone)(),
    rewrap: (place, was, now) => () => at().rewrap(place, was, now)(),
    underOthers: (master, limit) => () => at().underOthers(master, limit)(),
    tombstones: () => () => at().tombstones()(),
    close: () => () => {
      open = false;
      return closed.close()();
    },
  };
};
