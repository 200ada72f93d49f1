export { anyBirthCommand, anyBirthCommandOf, birthCommandTypes } from './birth-commands.js';
export { anyBirthEvent, anyBirthEventOf, birthEventTypes } from './birth-events.js';
export { anyDeclarationFacts } from './birth-facts.js';
