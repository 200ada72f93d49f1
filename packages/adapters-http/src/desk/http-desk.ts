/** A desk over HTTP (cửa tiếp nhận qua mạng): the port of the requests, spoken over a line in the words of one wire. */
import { type Fault, type OutcomeUnknown, unavailable } from '@lienthong/core';
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { Ask, Delivery, Desk, Reply } from '@lienthong/core/requests';
import { type Inbox, placeOf } from '../inbox/inbox.js';
import type { Line } from '../line/call.js';
import { traceIdOf } from '../line/traceparent.js';
import { NOT_RECEIVED } from '../wire/problem.js';
import type { PurposeWire } from '../wire/purpose-wire.js';
import { asJson, readRawDelivery, readReply } from '../wire/reply.js';

const none = (): number => 0;

/** A look-up has no effect, so its outcome is never unknown; a line that says so was merely silent. */
const asFault = (agency: string, problem: Fault | OutcomeUnknown): Fault =>
  problem.kind === 'OutcomeUnknown' ? unavailable(agency, 'unreachable', true) : problem;

/** What we send is ours; what JSON cannot say is a slip of ours, and still no exception. */
const written = (content: unknown): Either<Fault | OutcomeUnknown, JsonValue> => {
  try {
    return E.right(asJson(content));
  } catch {
    return E.left({ kind: 'BadInput', at: 'content', expected: 'a JSON value' });
  }
};

const deliveriesIn = (body: JsonValue | undefined): readonly JsonValue[] | undefined => {
  const deliveries = (body as JsonObject | null | undefined)?.['deliveries'];
  return Array.isArray(deliveries) ? deliveries : undefined;
};

export const httpDesk = <Content, Answer>(
  line: Line,
  wire: PurposeWire<Content, Answer>,
  inbox?: Inbox,
): Desk<Content, Answer> => {
  const { agency } = line;
  const { path, purpose, repeats } = wire;
  const place = placeOf(agency, path);
  const read = readReply(wire.answer);
  const malformedAnswer = unavailable(agency, 'malformed-answer', true);
  const unknown: OutcomeUnknown = { kind: 'OutcomeUnknown', system: agency };

  const ask = ({ key, caseId, request, content }: Ask<Content>): TE.TaskEither<Fault | OutcomeUnknown, Reply<Answer>> =>
    pipe(
      TE.fromEither(written(content)),
      TE.flatMap((said) => {
        const body = { caseId, request, content: said };
        return line.call({ purpose, method: 'POST', path, key, body, repeatable: repeats === 'keyed' });
      }),
      TE.flatMapEither(({ body }) => E.mapLeft((): Fault | OutcomeUnknown => unknown)(read(body))),
    );

  const find = ({ key }: Ask<Content>): TE.TaskEither<Fault, Reply<Answer> | undefined> =>
    pipe(
      line.call({ purpose, method: 'GET', path: `${path}/${encodeURIComponent(key)}`, key, answers: [NOT_RECEIVED] }),
      TE.mapLeft((problem) => asFault(agency, problem)),
      TE.flatMapEither(({ body, problem }): Either<Fault, Reply<Answer> | undefined> => {
        if (problem === NOT_RECEIVED) return E.right(undefined);
        return E.mapLeft((): Fault => malformedAnswer)(read(body));
      }),
    );

  /** Reads what can be read; one that cannot is told of and left where it is, for people to look at. */
  const readAll = (raw: readonly unknown[]): readonly Delivery<Answer>[] =>
    raw.flatMap((one) => {
      const delivery = readRawDelivery(one);
      const reply = E.isRight(delivery) ? read(delivery.right.reply) : delivery;
      if (E.isRight(delivery) && E.isRight(reply)) {
        const { key, receipt } = delivery.right;
        return [{ key, receipt, reply: reply.right }];
      }
      const key = E.isRight(delivery) ? delivery.right.key : undefined;
      const traceId = traceIdOf(key, none);
      line.tell({ purpose, method: 'GET', attempt: 1, traceId, ms: 0, code: 'skipped' });
      return [];
    });

  const poll = (): TE.TaskEither<Fault, readonly Delivery<Answer>[]> =>
    pipe(
      line.call({ purpose, method: 'GET', path: `${path}/replies` }),
      TE.mapLeft((problem) => asFault(agency, problem)),
      TE.flatMapEither(({ body }) => {
        const raw = deliveriesIn(body);
        return raw === undefined ? E.left(malformedAnswer) : E.right(readAll(raw));
      }),
    );

  const confirmPolled = (receipts: readonly string[]): TE.TaskEither<Fault, void> =>
    pipe(
      line.call({ purpose, method: 'POST', path: `${path}/replies/confirm`, body: { receipts }, repeatable: true }),
      TE.mapLeft((problem) => asFault(agency, problem)),
      TE.map(() => undefined),
    );

  return {
    agency,
    repeats,
    ask,
    ...(repeats === 'queryable' && { find }),
    collect: inbox === undefined ? poll : () => pipe(inbox.waiting(place), TE.map(readAll)),
    confirm: inbox === undefined ? confirmPolled : (receipts) => inbox.confirm(place, receipts),
  };
};
