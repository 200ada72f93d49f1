export { type Agencies, agencies } from './agencies.js';
export { type AllowanceOffice, allowanceOffices } from './allowances.js';
export type { ChangeOffice } from './changes.js';
export { civilStatusRegister } from './civil-status-register.js';
export { type DeathOffices, deathOffices } from './death-offices.js';
export { deathRegister } from './death-register.js';
export { faultProfiles, onlyFaults } from './fault-profiles.js';
export {
  type FaultId,
  type FaultProfile,
  type Faults,
  type Spell,
  type System,
  spellAt,
} from './faults.js';
export { type Deceased, type Delivered, type Hospital, hospital, noticeFormOf, type Sent } from './hospital.js';
export { identityAuthority } from './identity-authority.js';
export { office } from './office.js';
export { type OfficeHours, officeHours, type Shifts } from './office-hours.js';
export { type PayersOffice, payers } from './payers.js';
export { type PaymentOffice, paymentService } from './payment-service.js';
export { type PopulationOffice, populationDatabase } from './population-database.js';
export type { Effect, Office, OfficeFile, OfficeWorld, OnTheDesk, Practice, Queue, StepTold } from './practice.js';
export { residenceDeletionOffice } from './residence-deletion.js';
export { type ResidenceOffice, residenceRegister } from './residence-register.js';
export { createResidents, type Household, identityOf, type Resident, type Residents } from './residents.js';
export { type InsuranceOffice, socialInsurance } from './social-insurance.js';
export { type VirtualClock, virtualClock } from './virtual-clock.js';
export { fairWeather, type LiveWeather, liveWeather, SYSTEMS, type Weather } from './weather.js';
