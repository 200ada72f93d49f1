/** Receiving what others send of their own accord (tiếp nhận): notices and consents, signed, read, recorded, answered. */
export { bytesOf, jsonOf } from './body.js';
export { jsonContent, problem, RECEIVING_PROBLEMS, receiving, schemaOf } from './document.js';
export { notFound, problemResponse, type SayRefusal, type Told } from './problem.js';
export { type Counter, type ReceivingOptions, type Recorded, receiveAt } from './received.js';
export type { SignerKeys } from './signer.js';
