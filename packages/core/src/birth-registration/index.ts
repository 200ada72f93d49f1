export type { LegOfCase } from '../dossier/procedure.js';
export type { Heard } from '../requests/heard.js';
export { hearEntry, hearPersonalNumber } from './answers.js';
export type { RegistrationCommand } from './commands.js';
export { birthRegistration } from './decider.js';
export type { BirthRefusalReason, BirthRegistered, RegistrationEvent } from './events.js';
export type {
  BirthToEnter,
  CivilStatusRegister,
  EntryAnswer,
  HoldReason,
  PersonalNumberAnswer,
  PopulationDatabase,
} from './ports.js';
export type { RegistrationReason } from './rules.js';
export type { OwnRegistrationEvent } from './state.js';
export { type BirthRegistration, noRegistration, type RegistrationFacts } from './state.js';
