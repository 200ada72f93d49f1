/**
 * The contracts with the civil status register (hộ tịch), the population database (dân cư) and the health facilities (cơ sở
 * khám bệnh, chữa bệnh): the schemas that validate them, and the OpenAPI 3.1 documents made from the same schemas.
 */
export {
  civilStatusOpenApi,
  civilStatusWire,
  noticesOpenApi,
  populationOpenApi,
  populationWire,
} from './agencies.js';
export { type ExtractWire, extractWire } from './extract.schema.js';
export { EXTRACTS, NO_SUCH_EXTRACT } from './extract-path.js';
export { birthNotice, deathNotice, type SentBirthNotice, type SentDeathNotice } from './notice.schema.js';
export { BIRTH_NOTICES, DEATH_NOTICES } from './notice-paths.js';
export {
  assignPersonalNumber,
  enterBirth,
  enterDeath,
  tellPopulationOfBirth,
  tellPopulationOfDeath,
} from './purposes.js';
