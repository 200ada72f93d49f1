export { anyBirthCommand, anyBirthCommandOf, birthCommandTypes } from './birth-commands.js';
export { anyBirthEvent, anyBirthEventOf, birthEventTypes } from './birth-events.js';
export { anyDeclarationFacts } from './birth-facts.js';
export { anyDeathCommand, anyDeathCommandOf, deathCommandTypes } from './death-commands.js';
export { anyDeathEvent, anyDeathEventOf, deathEventTypes } from './death-events.js';
export { anyDeathDeclarationFacts } from './death-facts.js';
