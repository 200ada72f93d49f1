export { type KeyBench, type KeyStoreUnderTest, random, tombstone } from './bench.js';
export { type KeyCase, keyCases } from './cases.js';
export { type KeyContract, keyContract, runKeyCase } from './key-contract.js';
