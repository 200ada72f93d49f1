import { modelRun, storeContract } from '@lienthong/testing/store-contract';
import { memoryJournal } from './memory-journal.js';

const place = async () => ({
  open: async (clock: Parameters<typeof memoryJournal>[0]['clock']) => memoryJournal({ clock }),
});

storeContract({ name: 'the journal in memory', place });
modelRun({ name: 'the journal in memory', place });
