export { type Appointment, appointmentOf } from './appointments.js';
export { type Authority, asClaimed, byRegister } from './authority.js';
export { bySuccession, type Jurisdictions, ownUnitOnly } from './jurisdiction.js';
export { CITIZENS, isRole, MACHINES, ROLES, type Role } from './roles.js';
