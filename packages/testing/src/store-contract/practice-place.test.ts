/** The contract over a place that has every hook but those of a file: so no case is only ever seen failing. */
import { modelRun } from './model-run.js';
import { practiceOffers, practicePlace } from './practice-place.js';
import { storeContract } from './store-contract.js';

// #region opting-in
const name = 'the skeleton of a store, over a practice table';
storeContract({ name, place: practicePlace(), offers: practiceOffers });
modelRun({ name, place: practicePlace(), lasting: true });
// #endregion opting-in
