export type { LegOfCase } from '../dossier/procedure.js';
export type { Heard } from '../requests/heard.js';
export { childIdentityCard, hearIdentityCard } from './decider.js';
export type { IdentityCardCommand, IdentityCardEvent } from './events.js';
export type { IdentityAuthority, IdentityCardAnswer, IdentityCardToIssue } from './ports.js';
export type { IdentityCardReason } from './rules.js';
export type { OwnIdentityCardEvent } from './state.js';
export { type ChildIdentityCard, type IdentityCardFacts, identityCardEnded, noIdentityCard } from './state.js';
