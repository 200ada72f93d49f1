export { httpDesk } from './desk/http-desk.js';
export type { Call, Heard, Line, LineNews } from './line/call.js';
export { createLine } from './line/line.js';
export {
  type Fetch,
  LINE_LIMITS,
  type LineLimits,
  type LineOptions,
  type LineTls,
  type Login,
} from './line/options.js';
export { contentDigest, digestFits } from './signing/content-digest.js';
export { type SigningAlgorithm, type SigningOptions, signed } from './signing/signing.js';
export { isSigned, type KnownKey, type VerifyingOptions } from './signing/verifying.js';
