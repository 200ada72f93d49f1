/**
 * The contracts with the residence register (cư trú), the identity authority (căn cước) and whoever sends consents in (VNeID):
 * the schemas that validate them, and the OpenAPI 3.1 documents made from the same schemas.
 */
export {
  consentsOpenApi,
  identityOpenApi,
  identityWire,
  residenceOpenApi,
  residenceWire,
} from './agencies.js';
export { consent, type SentConsent } from './consent.schema.js';
export { CONSENTS, RESIDENT_LOOK_UPS } from './paths.js';
export {
  deleteResidence,
  issueIdentityCard,
  registerResidence,
  tellResidenceOfBirth,
  tellResidenceOfDeath,
} from './purposes.js';
export { type ResidentAnswer, type ResidentQuestion, residentAnswer, residentQuestion } from './resident.schema.js';
