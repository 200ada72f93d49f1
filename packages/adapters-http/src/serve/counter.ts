/** One purpose at the counter of a served agency: asks, look-ups, and the replies kept until they are confirmed. */
import { E } from '@lienthong/core/fp';
import { accept, code, fields, jsonObject, listOf } from '@lienthong/core/received';
import type { Ask, Desk } from '@lienthong/core/requests';
import { readBytes, readJson } from '../line/bounded-body.js';
import { emptyAnswer, jsonAnswer, problemAnswer } from '../wire/answering.js';
import { NOT_RECEIVED, NOT_TAKEN } from '../wire/problem.js';
import type { AnyPurposeWire } from '../wire/purpose-wire.js';
import { faultAnswer, replyAnswer } from './problems.js';
import type { Shelf } from './shelf.js';

/** A desk of whatever purpose: the wire beside it reads its content before it is asked. */
export type AnyDesk = Desk<never, unknown>;

export type Counter = Readonly<{
  ask: (request: Request) => Promise<Response>;
  find: (key: string) => Promise<Response>;
  replies: () => Promise<Response>;
  confirm: (request: Request) => Promise<Response>;
}>;

/** The most bytes of a request that are read. */
export const BYTES = 4_000_000;
const written = fields({ caseId: code(200), request: code(200), content: jsonObject });
const confirmed = fields({ receipts: listOf(code(200), 10_000) });
const keyForm = code(200);

const bodyOf = async (request: Request): Promise<unknown> => {
  const bytes = await readBytes(request, BYTES);
  return E.isLeft(bytes) ? undefined : readJson(request.headers.get('content-type'), bytes.right);
};

const notRead = (problem: Readonly<{ at: string; expected: string }>): Response =>
  problemAnswer(NOT_TAKEN, 422, 'This does not read', problem);

export const counter = (
  wire: AnyPurposeWire,
  served: AnyDesk,
  shelf: Shelf,
  hangUp: ((request: Request) => void) | undefined,
): Counter => {
  const desk = served as Desk<unknown, unknown>;
  const asked = async (request: Request): Promise<Ask<unknown> | Response> => {
    const key = accept(keyForm, request.headers.get('idempotency-key') ?? '');
    if (E.isLeft(key)) return notRead({ at: 'Idempotency-Key', expected: key.left.expected });
    const body = accept(written, await bodyOf(request));
    if (E.isLeft(body)) return notRead(body.left);
    const content = accept(wire.content, body.right.content);
    if (E.isLeft(content)) return notRead({ ...content.left, at: `content.${content.left.at}` });
    return { key: key.right, caseId: body.right.caseId, request: body.right.request, content: content.right };
  };
  return {
    ask: async (request) => {
      const ask = await asked(request);
      if (ask instanceof Response) return ask;
      const came = await desk.ask(ask)();
      if (E.isRight(came)) return replyAnswer(came.right);
      if (came.left.kind !== 'OutcomeUnknown') return faultAnswer(came.left);
      hangUp?.(request);
      return emptyAnswer(504);
    },
    find: async (key) => {
      if (desk.find === undefined) return problemAnswer('no-look-up', 404, 'Nothing can be looked up here');
      const found = await desk.find({ key, caseId: '', request: '', content: undefined })();
      if (E.isLeft(found)) return faultAnswer(found.left);
      if (found.right === undefined) return problemAnswer(NOT_RECEIVED, 404, 'Nothing came under this key');
      return jsonAnswer(200, (await replyAnswer(found.right).json()) as never);
    },
    replies: async () => {
      const due = await shelf.due();
      return E.isLeft(due) ? faultAnswer(due.left) : jsonAnswer(200, { deliveries: due.right });
    },
    confirm: async (request) => {
      const read = accept(confirmed, await bodyOf(request));
      if (E.isLeft(read)) return notRead(read.left);
      const done = await shelf.letGo(read.right.receipts);
      return E.isLeft(done) ? faultAnswer(done.left) : emptyAnswer(204);
    },
  };
};
