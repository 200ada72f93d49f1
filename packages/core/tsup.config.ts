import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

/** The few functions we use of these are copied in: one file loads in a fifth of the time that thirty small ones take. */
const copied = ['@noble/hashes', 'fp-ts', 'io-ts', 'uuid'];

export default defineConfig(library({ platform: 'neutral', noExternal: copied }));
