export { hearDeathEntry } from './answers.js';
export { deathRegistration } from './decider.js';
export type { DeathRefusalReason, DeathRegistrationCommand, DeathRegistrationEvent } from './events.js';
export type { DeathEntryAnswer, DeathRegister, DeathToEnter } from './ports.js';
export { type DeathRegistrationReason, declaredLate, proves } from './rules.js';
export type { DeathFacts, DeathRegistration, OwnDeathEvent } from './state.js';
