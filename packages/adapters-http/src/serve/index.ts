export { jsonAnswer, problemAnswer } from '../wire/answering.js';
export type { AnyDesk } from './counter.js';
export { stopAt } from './gate.js';
export type { PostedReplies } from './posting.js';
export { type ServedAgency, type ServeOptions, serveAgency } from './serve-agency.js';
export type { ServedLogin } from './tokens.js';
