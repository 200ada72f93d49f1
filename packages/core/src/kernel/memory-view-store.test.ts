import { viewContract } from '@lienthong/testing/view-contract';
import { memoryViewStore } from './memory-view-store.js';

viewContract({
  name: 'the view store in memory',
  lasting: false,
  place: async () => {
    const views = memoryViewStore();
    return { open: async () => views };
  },
});
