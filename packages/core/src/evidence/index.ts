export { type ArchiveDigest, type ArchiveHeader, archiveDigest, headerText, readHeader } from './archive-header.js';
export { fromBase64 } from './base64.js';
export { canonical, type JsonObject, type JsonValue } from './canonical.js';
export {
  type Digest,
  digest,
  GENESIS,
  type Head,
  hashedText,
  holds,
  isUnbroken,
  type Linked,
  type LinkOptions,
  link,
} from './chain.js';
export { type Checkpoint, checkpointText, readCheckpointText } from './checkpoint.js';
export { type CheckpointClaims, detached, es256Signer, type JwsSigner, openJws, signJws } from './checkpoint-jws.js';
export { type Chained, readEventText } from './event-line.js';
export type { Because, Finding, FindingKind, Place } from './finding.js';
export {
  type KeyCabinet,
  type KeyFault,
  type KeyFaultCode,
  keyFault,
  type Slot,
  type Tombstone,
} from './key-cabinet.js';
export { type KeyStore, type KeyStoreEnv, keyStore } from './key-store.js';
export { type KeyPlace, type MasterKey, masterKey, type WrappedKey } from './key-wrapping.js';
export { memoryCabinet } from './memory-cabinet.js';
export { EMPTY_TREE, type MerkleTree, rootOf, type Sha256, sizeOf, withLeaf } from './merkle.js';
export { type KeptNodes, keepNodes, type MerkleNodes } from './merkle-nodes.js';
export { consistencyProof, inclusionProof, isConsistent, isIncluded, type MerkleProof } from './merkle-proofs.js';
export { blindIndex, developmentKeys, type Keys, type PersonKey, type SealedBlock, seal, unseal } from './sealing.js';
export {
  cosign,
  type NotACheckpoint,
  type NotTrusted,
  type OpenedCheckpoint,
  openCheckpoint,
  readCheckpoint,
  type Signed,
  signCheckpoint,
} from './signed-checkpoint.js';
export {
  isKeyName,
  type NoteAlgorithm,
  type NoteSignature,
  noteText,
  readNote,
  readVerifierKey,
  type SignedNote,
  type VerifierKey,
  verifierKey,
  verifierKeyText,
} from './signed-note.js';
export {
  type CannotSign,
  type CheckpointSigner,
  ed25519Signer,
  type NotAKey,
  publicKeyOfSpki,
  readSigningKey,
  type SigningKey,
  seedOfPkcs8,
  signingKeyText,
  type TrustedKey,
} from './signing-keys.js';
export { NOTHING_VERIFIED, type Verified, type Verifier, type VerifierOptions, verifier } from './verifier.js';
export { type Verdict, type VerifyOptions, type Vouched, verifyEvents } from './verify.js';
export { type ArchiveVerdict, type VerifyArchiveOptions, verifyArchive } from './verify-archive.js';
export {
  type Seen,
  type Witness,
  type WitnessMemory,
  type WitnessOptions,
  type WitnessRefusal,
  witness,
  witnessMemory,
} from './witness.js';
