export { type Appointment, appointmentOf } from './appointments.js';
export { type Authority, asClaimed, byRegister } from './authority.js';
export { bySuccession, type Jurisdictions, ownUnitOnly } from './jurisdiction.js';
export { isMandated, type Mandate } from './mandates.js';
export {
  type Account,
  type Allowance,
  accountOn,
  mayAct,
  type NotAllowed,
  type Place,
  type Register,
} from './may-act.js';
export { CITIZENS, isRole, MACHINES, ROLES, type Role } from './roles.js';
