/** A cabinet in memory (nơi cất khóa trong bộ nhớ), for tests and trials: what is in it ends with the program. */
import { E } from '../fp.js';
import { type KeyCabinet, type KeyFault, keyFault, type Slot, type Tombstone } from './key-cabinet.js';
import type { KeyPlace, WrappedKey } from './key-wrapping.js';

const copyOf = ({ master, bytes }: WrappedKey): WrappedKey => ({ master, bytes: bytes.slice() });

const isSame = (one: WrappedKey, other: WrappedKey): boolean =>
  one.master === other.master && one.bytes.every((byte, at) => byte === other.bytes[at]);

export const memoryCabinet = (): KeyCabinet => {
  const slots = new Map<string, Readonly<{ place: KeyPlace; slot: Slot }>>();
  const buried: Tombstone[] = [];
  let open = true;

  const nameOf = ({ caseId, subject }: KeyPlace): string => JSON.stringify([caseId, subject]);
  const at = (place: KeyPlace): Slot | undefined => slots.get(nameOf(place))?.slot;
  const lay = ({ caseId, subject }: KeyPlace, slot: Slot): Slot => {
    slots.set(nameOf({ caseId, subject }), { place: { caseId, subject }, slot });
    return slot;
  };

  const whileOpen =
    <A>(work: () => A) =>
    async (): Promise<E.Either<KeyFault, A>> =>
      open ? E.right(work()) : E.left(keyFault('closed', false));

  return {
    find: (place) => whileOpen(() => at(place)),
    put: (place, wrapped) => whileOpen(() => at(place) ?? lay(place, { kind: 'key', wrapped: copyOf(wrapped) })),
    bury: (tombstone) =>
      whileOpen(() => {
        const there = at(tombstone);
        if (there?.kind === 'erased') return 'buried-before';
        if (there?.kind === 'key') there.wrapped.bytes.fill(0);
        lay(tombstone, { kind: 'erased', tombstone });
        buried.push(tombstone);
        return 'buried';
      }),
    rewrap: (place, was, now) =>
      whileOpen(() => {
        const there = at(place);
        if (there?.kind !== 'key' || !isSame(there.wrapped, was)) return false;
        lay(place, { kind: 'key', wrapped: copyOf(now) });
        return true;
      }),
    underOthers: (master, limit) =>
      whileOpen(() =>
        [...slots.values()]
          .flatMap(({ place, slot }) =>
            slot.kind === 'key' && slot.wrapped.master !== master ? [{ place, wrapped: copyOf(slot.wrapped) }] : [],
          )
          .slice(0, limit),
      ),
    tombstones: () => whileOpen(() => [...buried]),
    close: () => async () => {
      open = false;
      return E.right(undefined);
    },
  };
};
