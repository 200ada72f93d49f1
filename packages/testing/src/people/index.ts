export { anyFamily, anyInstant, anyPersonalNumber, anyPersonName, anyPlainDate } from './arbitraries.js';
export {
  type DeathWanted,
  type InventedDeath,
  type InventedRelative,
  inventedDeath,
  type Kinship,
} from './deceased.js';
export type { Naming, People } from './ethnicities.js';
export {
  type InventedChild,
  type InventedFamily,
  type InventedPerson,
  inventedFamilies,
  inventedFamily,
} from './families.js';
export { inventedName } from './names.js';
export { inventedPersonalNumber } from './numbers.js';
