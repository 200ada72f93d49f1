/**
 * Whatever an agency says becomes a reply, a fault, or an outcome that is not known: never an exception, never a rejection
 * that nobody handles, never an event that cannot be recalled. `LIENTHONG_RUNS=100000` says 100,000 things and more.
 */

import { generateKeyPairSync } from 'node:crypto';
import { caseId, load, memoryJournal } from '@lienthong/core';
import { type Apply, apply, type BirthCommand, birthCaseKind, birthDoors, submit } from '@lienthong/core/birth-case';
import { canonical, developmentKeys } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { BIRTH_PURPOSES, type BirthPurpose, createCourier, type Reply } from '@lienthong/core/requests';
import { at, apply as filing, order } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpDesk } from './desk/http-desk.js';
import { memoryInbox } from './inbox/memory-inbox.js';
import { inboxReceiver } from './inbox/receiver.js';
import { createLine } from './line/line.js';
import type { Fetch } from './line/options.js';
import { signed } from './signing/signing.js';
import { type AnyAnswer, anyAnswer, aReply, brought } from './trial/any-answer.js';
import { answersOver, desksOver, wireOf } from './trial/birth-wires.js';
import { KEY, START } from './trial/wires.js';
import { asJson, readReply } from './wire/reply.js';

const runs = fc.readConfigureGlobal().numRuns ?? 500;
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
/** How many things were said, and what they came to. */
const seen = { said: 0, reply: 0, nothing: 0, fault: 0, unknown: 0, delivered: 0, kept: 0, recorded: 0 };

beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});

const purpose = fc.constantFrom(...BIRTH_PURPOSES);
const replyOver = Object.fromEntries(BIRTH_PURPOSES.map((one) => [one, aReply(answersOver(one))])) as Readonly<
  Record<BirthPurpose, fc.Arbitrary<unknown>>
>;
const bodiesOver = Object.fromEntries(
  BIRTH_PURPOSES.map((one) => {
    const key = fc.constantFrom(KEY, 'no one', '');
    const receipt = fc.oneof(
      { weight: 9, arbitrary: fc.nat(99).map(String) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
    );
    const delivery = fc.record({ receipt, key, reply: replyOver[one] }, { noNullPrototype: true });
    const deliveries = fc.record({ deliveries: fc.array(delivery, { maxLength: 4 }) }, { noNullPrototype: true });
    return [one, { reply: anyAnswer(replyOver[one]), deliveries: anyAnswer(deliveries) }];
  }),
) as Readonly<Record<BirthPurpose, Readonly<Record<'reply' | 'deliveries', fc.Arbitrary<AnyAnswer>>>>>;

const lineTo = (fetch: Fetch) =>
  createLine({
    agency: 'agency',
    base: 'http://agency.test',
    fetch,
    chance: () => 0,
    limits: {
      retries: 1,
      retryPauseMs: 0,
      retryShare: 0.01,
      breakAfter: Number.POSITIVE_INFINITY,
      answerBytes: 60_000,
    },
  });

/** One line and one desk a purpose; what comes over the line next is set before each call. */
let next: AnyAnswer = { kind: 'failed', error: 'nothing was said yet' };
const wires = Object.fromEntries(BIRTH_PURPOSES.map((one) => [one, wireOf(one)])) as Readonly<
  Record<BirthPurpose, ReturnType<typeof wireOf>>
>;
const line = lineTo(async () => brought(next));
const desks = Object.fromEntries(BIRTH_PURPOSES.map((one) => [one, httpDesk(line, wires[one])])) as Readonly<
  Record<BirthPurpose, ReturnType<typeof httpDesk<unknown, Readonly<{ outcome: string }>>>>
>;
const rereaders = Object.fromEntries(BIRTH_PURPOSES.map((one) => [one, readReply(wires[one].answer)])) as Readonly<
  Record<BirthPurpose, ReturnType<typeof readReply<unknown>>>
>;

const CODES: readonly unknown[] = ['unreachable', 'login-refused', 'timed-out', 'busy', 'malformed-answer', 'closed'];

/** `expect` is dear where it is asked a hundred thousand times. */
const mustBeFault = (problem: Readonly<{ kind: string; system?: unknown; code?: unknown }>): void => {
  const { kind, system, code } = problem;
  if (kind !== 'Unavailable' || system !== 'agency' || !CODES.includes(code)) throw new Error(`an odd fault: ${kind}`);
};

const countReply = (over: BirthPurpose, reply: Reply<unknown>): void => {
  const again = rereaders[over](asJson(reply));
  if (E.isLeft(again)) throw new Error(`a reply that does not read again: ${again.left.at} ${again.left.expected}`);
  if (canonical(asJson(again.right)) !== canonical(asJson(reply))) throw new Error('a reply that reads as another');
  seen.reply += 1;
};

const count = (over: BirthPurpose, came: Either<Readonly<{ kind: string }>, Reply<unknown> | undefined>): void => {
  seen.said += 1;
  if (E.isRight(came)) {
    if (came.right === undefined) seen.nothing += 1;
    else countReply(over, came.right);
    return;
  }
  if (came.left.kind === 'OutcomeUnknown') seen.unknown += 1;
  else {
    seen.fault += 1;
    mustBeFault(came.left);
  }
};

const ask = { key: KEY, caseId: 'a-case', request: 'enter-birth#1', content: { at: START } };

describe('anything an agency may say', () => {
  it('to an ask or a look-up is a reply, a fault or an unknown outcome', async () => {
    const anything = purpose.chain((over) => fc.tuple(fc.constant(over), bodiesOver[over].reply, fc.boolean()));
    await fc.assert(
      fc.asyncProperty(anything, async ([over, answer, lookedUp]) => {
        const desk = desks[over];
        next = answer;
        count(over, lookedUp && desk.find !== undefined ? await desk.find(ask)() : await desk.ask(ask)());
      }),
    );
    if (runs >= 500) for (const kind of ['reply', 'fault', 'unknown'] as const) expect(seen[kind]).toBeGreaterThan(0);
  });

  it('when it is asked for replies is a list of replies that read, or a fault', async () => {
    const anything = purpose.chain((over) => fc.tuple(fc.constant(over), bodiesOver[over].deliveries));
    await fc.assert(
      fc.asyncProperty(anything, async ([over, answer]) => {
        next = answer;
        const came = await desks[over].collect()();
        seen.said += 1;
        if (E.isLeft(came)) mustBeFault(came.left);
        else for (const { reply } of came.right) countReply(over, reply);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('in a callback is kept when it reads, and refused when it does not', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signing = { keyId: 'agency-1', algorithm: 'ed25519', privateKey } as const;
    const anything = purpose.chain((over) =>
      fc.tuple(
        fc.constant(over),
        anyAnswer(fc.record({ receipt: fc.constant('r'), key: fc.constant(KEY), reply: replyOver[over] })),
        fc.boolean(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(anything, async ([over, answer, honest]) => {
        if (answer.kind === 'failed') return;
        const inbox = memoryInbox();
        const receive = inboxReceiver({
          agency: { agency: 'agency', title: 'Agency', version: '1', purposes: [wires[over]] },
          inbox,
          signatures: { keyOf: () => ({ algorithm: 'ed25519', publicKey }), now: () => 1_690_000_000_000 },
        });
        const address = `http://us.test/${over}`;
        const body = Buffer.from(answer.bytes);
        const headers = new Headers(brought(answer).headers);
        const sign = { method: 'POST', address, headers: {}, body };
        if (honest)
          for (const [name, value] of Object.entries(await signed(signing, sign, 1_690_000_000_000)))
            headers.set(name, value);
        const came = await receive(new Request(address, { method: 'POST', headers, body }));
        seen.said += 1;
        seen.delivered += 1;
        const waiting = await httpDesk(line, wires[over], inbox).collect()();
        if (E.isLeft(waiting)) throw new Error(waiting.left.kind);
        expect(waiting.right).toHaveLength(came.status === 204 ? 1 : 0);
        if (!honest) expect(came.status).toBe(401);
        for (const { reply } of waiting.right) countReply(over, reply);
        seen.kept += waiting.right.length;
      }),
      { numRuns: Math.max(200, Math.ceil(runs / 10)) },
    );
    if (runs >= 5_000) expect(seen.kept).toBeGreaterThan(0);
  });
});

const kind = birthCaseKind(lawBook());
const keys = developmentKeys('fuzz');
const day = (hour: number) => at('2023-07-12', `${String(hour).padStart(2, '0')}:00:00`);

/** A case on its way: its number asked for, and the officer's wish to have it entered to come. */
const aCase = async () => {
  const journal = memoryJournal({ clock: { now: () => day(8) } });
  const env = { journal, keys };
  const filed = filing({}, { at: day(7) });
  await apply(env, kind)(filed as Apply)();
  const id = caseId(filed.id);
  const give = async (command: BirthCommand): Promise<void> => void (await submit(env, kind)(id, command)());
  const { authorities } = (filed as Apply).data.declaration;
  await give(order('ReceiveDossier', { leg: 'birth', agency: authorities.birth }, { at: day(8) }));
  await give(order('RequestPersonalNumber', {}, { at: day(8) }));
  return { journal, give, stream: `${kind.name}-${id}` };
};

describe('anything an agency may say, recorded by the courier', () => {
  it('leaves a journal in which every event can be recalled', async () => {
    /** Enough for several rounds; an agency that is asked more often says the same again from the start. */
    const talk = fc.record(
      Object.fromEntries(
        BIRTH_PURPOSES.map((one) => [
          one,
          fc.record({
            replies: fc.array(bodiesOver[one].reply, { minLength: 1, maxLength: 3 }),
            by: fc.array(replyOver[one], { maxLength: 3 }),
          }),
        ]),
      ) as unknown as Readonly<
        Record<BirthPurpose, fc.Arbitrary<Readonly<{ replies: readonly AnyAnswer[]; by: readonly unknown[] }>>>
      >,
    );
    await fc.assert(
      fc.asyncProperty(talk, async (said) => {
        const { journal, give, stream } = await aCase();
        const asked = new Map<string, string>();
        const times = new Map<string, number>();
        const fetch: Fetch = async (address, init) => {
          const [, over = '', more] = new URL(address).pathname.split('/');
          const { replies, by } = said[over as BirthPurpose];
          seen.said += 1;
          if (more === 'replies') {
            const key = asked.get(over);
            const deliveries = key === undefined ? [] : by.map((reply, nth) => ({ receipt: String(nth), key, reply }));
            return Response.json(init.method === 'POST' ? null : { deliveries });
          }
          asked.set(over, new Headers(init.headers).get('idempotency-key') ?? asked.get(over) ?? '');
          const nth = times.get(over) ?? 0;
          times.set(over, nth + 1);
          return brought(replies[nth % replies.length] as AnyAnswer);
        };
        const HOUR = 3_600_000;
        const courier = createCourier({
          journal,
          keys,
          kind,
          doors: birthDoors(desksOver(lineTo(fetch)), (number) => `index-${number.length}`),
          limits: { atOnce: 8, giveUpAfterMs: 3 * HOUR, silenceMs: HOUR, silentAtMostMs: 4 * HOUR },
          backoff: () => HOUR,
        });
        for (let hour = 9; hour < 13; hour += 1) {
          if (hour === 10) await give(order('RegisterBirth', { holder: '' }, { at: day(10) }));
          const round = await courier.step(day(hour))();
          if (E.isLeft(round)) throw new Error(JSON.stringify(round.left));
          seen.recorded += round.right.answered;
          const whole = await load(journal, kind, stream)();
          if (E.isLeft(whole)) throw new Error(JSON.stringify(whole.left));
        }
      }),
      { numRuns: Math.max(50, Math.ceil(runs / 60)) },
    );
    if (runs >= 500) expect(seen.recorded).toBeGreaterThan(0);
  });

  it('was heard as often as was asked for', () => expect(seen.said).toBeGreaterThanOrEqual(runs));
});
