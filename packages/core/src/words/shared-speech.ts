/** Codes that both groups know, in words: for lists that span the groups, such as the support team's. */
import { speech } from './vocabulary.js';

/** A code without words of its own is shown as it stands. */
export const { coded: codeInWords } = speech({});
