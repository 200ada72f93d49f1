/**
 * What comes in over HTTP on its way to a command (tiếp nhận): bounded, signed, read, then recorded. 202 says that it was
 * recorded now, 204 that it stood there already; the law's no is a problem with its refusals.
 */
import type { Fault, OutcomeUnknown, Refused } from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { problemsIn, type Received } from '@lienthong/core/received';
import { bytesOf, jsonOf } from './body.js';
import {
  faultProblem,
  malformedProblem,
  notSigned,
  notYours,
  onlyPost,
  problemResponse,
  refusedProblem,
  type SayRefusal,
  type Told,
} from './problem.js';
import { type SignerKeys, signerOfRequest } from './signer.js';

/** What recording came to; `handle` of core answers in this form. */
export type Recorded = TE.TaskEither<Fault | OutcomeUnknown, Either<Refused, Readonly<{ repeated: boolean }>>>;

export type ReceivingOptions = SignerKeys & Readonly<{ say?: SayRefusal }>;

/** One kind of message: how it is read, for whom it may speak, and what is done with it. */
export type Counter<A> = Readonly<{
  schema: Received<A>;
  maySend: (signer: string, sent: A) => boolean;
  record: (sent: A, signer: string) => Recorded;
}>;

const byReason: SayRefusal = ({ reason }) => reason;

const read = async <A>(
  { schema, maySend }: Counter<A>,
  keys: SignerKeys,
  request: Request,
): Promise<Either<Told, Readonly<{ sent: A; signer: string }>>> => {
  if (request.method !== 'POST') return E.left(onlyPost);
  const bytes = await bytesOf(request);
  if (E.isLeft(bytes)) return bytes;
  const signer = await signerOfRequest(keys, request, bytes.right);
  if (signer === undefined) return E.left(notSigned);
  const raw = jsonOf(request, bytes.right);
  if (E.isLeft(raw)) return raw;
  const sent = problemsIn(schema, raw.right);
  if (E.isLeft(sent)) return E.left(malformedProblem(sent.left));
  return maySend(signer, sent.right) ? E.right({ sent: sent.right, signer }) : E.left(notYours);
};

const answer = async (recorded: Recorded, say: SayRefusal): Promise<Response> => {
  const came = await recorded();
  if (E.isLeft(came)) return problemResponse(faultProblem(came.left));
  if (E.isLeft(came.right)) return problemResponse(refusedProblem(came.right.left, say));
  return new Response(null, { status: came.right.right.repeated ? 204 : 202 });
};

/** Receives one kind of message. Never rejects: whatever breaks while recording leaves the outcome unknown to the sender. */
export const receiveAt =
  <A>(counter: Counter<A>, { say = byReason, ...keys }: ReceivingOptions) =>
  async (request: Request): Promise<Response> => {
    try {
      const came = await read(counter, keys, request);
      if (E.isLeft(came)) return problemResponse(came.left);
      return await answer(counter.record(came.right.sent, came.right.signer), say);
    } catch {
      return problemResponse(faultProblem({ kind: 'OutcomeUnknown', system: 'receiver' }));
    }
  };
