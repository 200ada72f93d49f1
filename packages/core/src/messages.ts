/** What a case says to people, in Vietnamese and English; apart from the rules, so that whoever needs no words loads none. */
export { say } from './linked/birth-case/messages.js';
export { sayOfDeath } from './linked/death-case/messages.js';
export type { FaultTold, Messages } from './words/messages.js';
export { codeInWords } from './words/shared-speech.js';
