export type { LegOfCase } from '../dossier/procedure.js';
export type { Heard } from '../requests/heard.js';
export { hearCard } from './answers.js';
export { childHealthCard } from './decider.js';
export type { CardCommand, CardEvent } from './events.js';
export type { CardAnswer, CardToIssue, InsuranceAgency } from './ports.js';
export type { CardReason } from './rules.js';
export type { OwnCardEvent } from './state.js';
export { type CardFacts, type ChildHealthCard, cardEnded, noCard } from './state.js';
