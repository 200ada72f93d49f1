/** How an agency says over HTTP what its desk says as values: replies, faults, and the silence of an unknown outcome. */
import type { Fault } from '@lienthong/core';
import type { Reply } from '@lienthong/core/requests';
import { jsonAnswer, problemAnswer } from '../wire/answering.js';
import { NOT_TAKEN } from '../wire/problem.js';
import { asJson } from '../wire/reply.js';

export const replyAnswer = (reply: Reply<unknown>): Response =>
  jsonAnswer(reply.kind === 'answered' ? 200 : 202, asJson(reply));

const seconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

/** A fault at a desk is certain: whatever was asked was not taken. */
export const faultAnswer = (fault: Fault): Response => {
  if (fault.kind === 'BadInput') {
    const { at, expected } = fault;
    return problemAnswer(NOT_TAKEN, 422, 'This does not read', { at, expected });
  }
  const code = fault.kind === 'Unavailable' ? fault.code : 'unreachable';
  const wait = fault.kind === 'Unavailable' ? fault.waitMs : undefined;
  const headers = wait === undefined ? {} : { 'retry-after': seconds(wait) };
  if (code === 'login-refused') return problemAnswer(NOT_TAKEN, 401, 'The login was refused', { code });
  if (code === 'busy') return problemAnswer(NOT_TAKEN, 429, 'Come back later', { code }, headers);
  if (code === 'closed') return problemAnswer(NOT_TAKEN, 409, 'The desk is closed to this', { code });
  return problemAnswer(NOT_TAKEN, 503, 'Nothing can be taken now', { code: 'unreachable' }, headers);
};
