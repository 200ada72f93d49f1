export { type Agencies, agencies } from './agencies.js';
export { civilStatusRegister } from './civil-status-register.js';
export {
  type FaultId,
  type FaultProfile,
  type Faults,
  faultProfiles,
  onlyFaults,
  type Spell,
  type System,
  spellAt,
} from './faults.js';
export { type Delivered, type Hospital, hospital, type Sent } from './hospital.js';
export { identityAuthority } from './identity-authority.js';
export {
  type Effect,
  type Office,
  type OfficeFile,
  type OfficeWorld,
  type OnTheDesk,
  office,
  type Practice,
} from './office.js';
export { type OfficeHours, officeHours, type Shifts } from './office-hours.js';
export { type PopulationOffice, populationDatabase } from './population-database.js';
export { type ResidenceOffice, residenceRegister } from './residence-register.js';
export { type InsuranceOffice, socialInsurance } from './social-insurance.js';
export { type VirtualClock, virtualClock } from './virtual-clock.js';
