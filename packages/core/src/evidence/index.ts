export { canonical, type JsonObject, type JsonValue } from './canonical.js';
export { digest, GENESIS, type Head, hashedText, holds, type Linked, link } from './chain.js';
export { EMPTY_TREE, type MerkleTree, rootOf, sizeOf, withLeaf } from './merkle.js';
export { blindIndex, developmentKeys, type Keys, type PersonKey, type SealedBlock, seal, unseal } from './sealing.js';
