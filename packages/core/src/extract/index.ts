export { extract } from './decider.js';
export type { ExtractCommand, ExtractEvent, Slot } from './events.js';
export type { ExtractedDocument, ExtractFacts, ExtractReason } from './rules.js';
export type { Extract, ExtractStage } from './state.js';
