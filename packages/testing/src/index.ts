export {
  anyBirthCommand,
  anyBirthCommandOf,
  anyBirthEvent,
  anyBirthEventOf,
  anyDeathCommand,
  anyDeathCommandOf,
  anyDeathDeclarationFacts,
  anyDeathEvent,
  anyDeathEventOf,
  anyDeclarationFacts,
  birthCommandTypes,
  birthEventTypes,
  deathCommandTypes,
  deathEventTypes,
} from './arbitraries/index.js';
export {
  anyFamily,
  anyInstant,
  anyPersonalNumber,
  anyPersonName,
  anyPlainDate,
  type InventedChild,
  type InventedFamily,
  type InventedPerson,
  inventedFamilies,
  inventedFamily,
  inventedName,
  inventedPersonalNumber,
  type People,
} from './people/index.js';
export { ngheAn } from './places/index.js';
export { type Random, random, type Seed } from './random.js';
