import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/sealing.js';
import { E, type Either, type NonEmpty, TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  consequentId,
  type Fault,
  handle,
  type Journal,
  load,
  type OutcomeUnknown,
  type Refused,
  unavailable,
} from '../kernel/index.js';
import { memoryJournal } from '../kernel/memory-journal.js';
import type { LawBook } from '../law/dated.js';
import { type Instant, instant, later } from '../values/plain-date.js';
import type { RequestCommand } from './commands.js';
import { type Courier, createCourier, type Round } from './courier.js';
import { requestMachine } from './decider.js';
import { door } from './door.js';
import type { RequestEvent } from './events.js';
import { evolveLedger, intend, type Ledger } from './ledger.js';
import type { CourierNews } from './news.js';
import type { Answered, Delivery, Desk, Repeats, Reply } from './port.js';

const HOUR = 3_600_000;
const at = (raw: string): Instant => {
  const read = instant(raw);
  if (E.isLeft(read)) throw new RangeError(raw);
  return read.right;
};
const START = at('2023-07-10T01:00:00Z');

/** A case that only asks for things: enough to watch the courier. */
type Want = Command<'Want', Readonly<Record<never, never>>>;
type WantAgain = Command<'WantAgain', Readonly<{ request: string }>>;
type ParcelCommand = Want | WantAgain | RequestCommand;

const book = {
  release: 'test',
  parameters: [],
  at: (date) => ({ date, id: { release: 'test', ...date, hash: '' }, row: (parameter) => parameter.rows[0] }),
  named: () => undefined,
  rowOn: (parameter) => parameter.rows[0],
  rebuild: () => undefined,
} satisfies LawBook;

const machine = requestMachine(book);
const decide = (command: ParcelCommand, ledger: Ledger): Either<Refused, NonEmpty<RequestEvent>> => {
  if (command.type === 'Want') return E.right([intend(ledger, 'issue-card')]);
  if (command.type === 'WantAgain') {
    return E.right([{ ...intend(ledger, 'issue-card'), resumes: command.data.request }]);
  }
  return machine.decide(command, ledger, undefined);
};

const parcel: CaseKind<ParcelCommand, RequestEvent, Ledger, string> = {
  name: 'parcel',
  law: book,
  decider: { initial: {}, decide, evolve: evolveLedger },
  events: {
    keep: ({ type, ...facts }) => ({ type, schema: 1, facts }) as ReturnType<typeof parcel.events.keep>,
    recall: ({ type, facts }) => E.right({ type, ...facts } as unknown as RequestEvent),
  },
  commands: {
    keep: ({ data }) => ({ facts: data }) as ReturnType<typeof parcel.commands.keep>,
    recall: () => E.left({ at: '', expected: 'not needed here' }),
  },
  legOf: () => undefined,
};

const keys = developmentKeys('test');
const stream = (name: string): string => `parcel-${consequentId(name)}`;

type Cards = Readonly<{ outcome: 'issued'; number: number }>;
/** What the line does with one ask. */
type Line = 'through' | 'acknowledged' | 'reply-lost' | 'ask-lost' | 'unreachable' | 'busy' | 'login-refused';

/** An agency that acts each time an ask arrives, unless it knows the key; and a line that misbehaves as scripted. */
const agency = (repeats: Repeats, script: readonly Line[] = []) => {
  const effects: string[] = [];
  const files = new Map<string, Reply<Cards>>();
  const deliveries: Delivery<Cards>[] = [];
  let asked = 0;

  const answered = (number: number): Answered<Cards> => ({
    kind: 'answered',
    answer: { outcome: 'issued', number },
    at: START,
    receivedAt: START,
    by: { id: 'clerk', role: 'insurance-officer' },
  });
  const act = (key: string, slowly: boolean): Reply<Cards> => {
    const known = files.get(key);
    if (repeats === 'keyed' && known !== undefined) return known;
    effects.push(key);
    const answer = answered(effects.length);
    files.set(key, answer);
    if (!slowly) return answer;
    deliveries.push({ key, reply: answer }, { key, reply: answer });
    return { kind: 'acknowledged', receivedAt: START, reference: `file ${effects.length}` };
  };
  const ask: Desk<string, Cards>['ask'] =
    ({ key }) =>
    async (): Promise<Either<Fault | OutcomeUnknown, Reply<Cards>>> => {
      const line = script[asked] ?? 'through';
      asked += 1;
      if (line === 'unreachable' || line === 'busy' || line === 'login-refused')
        return E.left(unavailable('insurance', line, true));
      const unknown = E.left({ kind: 'OutcomeUnknown' as const, system: 'insurance' });
      if (line === 'ask-lost') return unknown;
      const reply = act(key, line === 'acknowledged');
      return line === 'reply-lost' ? unknown : E.right(reply);
    };
  const desk: Desk<string, Cards> = {
    agency: 'insurance',
    repeats,
    ask,
    ...(repeats === 'queryable' && { find: ({ key }: Readonly<{ key: string }>) => TE.right(files.get(key)) }),
    collect: () => async () => E.right(deliveries.splice(0)),
  };
  return { desk, effects, files, asked: () => asked };
};

const limits = { atOnce: 3, giveUpAfterMs: 72 * HOUR, silenceMs: 4 * HOUR, silentAtMostMs: 240 * HOUR };
const courierOf = (
  journal: Journal,
  desk: Desk<string, Cards>,
  own = limits,
  onNews?: (news: CourierNews) => void,
): Courier =>
  createCourier({
    ...(onNews && { onNews }),
    journal,
    keys,
    kind: parcel,
    doors: {
      'issue-card': door(
        desk,
        [],
        ({ request }) => request,
        (answer) => ({ answer }),
      ),
    },
    limits: own,
    backoff: (tries) => Math.min(tries, 6) * HOUR,
  });

const journalAt = () => {
  let now = START;
  const journal = memoryJournal({ clock: { now: () => now } });
  return { journal, tick: (ms: number): Instant => (now = later(now, ms)), now: (): Instant => now };
};

const want = async (journal: Journal, name: string, now: Instant): Promise<void> => {
  const command: Want = {
    id: consequentId(`want/${name}`),
    type: 'Want',
    at: now,
    actor: { id: 'x', role: 'applicant' },
    data: {},
  };
  const done = await handle({ journal, keys })(parcel)(stream(name), command)();
  expect(E.isRight(done) && E.isRight(done.right)).toBe(true);
};

const stepAt = async (courier: Courier, now: Instant): Promise<Round> => {
  const round = await courier.step(now)();
  if (E.isLeft(round)) throw new Error(round.left.kind);
  return round.right;
};

const ledgerOf = async (journal: Journal, name: string): Promise<Ledger> => {
  const loaded = await load(journal, parcel, stream(name))();
  if (E.isLeft(loaded)) throw new Error(loaded.left.kind);
  return loaded.right.state;
};

const typesOf = async (journal: Journal, name: string): Promise<readonly string[]> => {
  const page = await journal.read(stream(name))();
  return E.isRight(page) ? page.right.events.map(({ type }) => type).filter((type) => type !== 'CommandAccepted') : [];
};

/** Hours of the courier's rounds, one after another. */
const letPass = async (courier: Courier, world: ReturnType<typeof journalAt>, hours: number): Promise<void> => {
  for (let hour = 0; hour < hours; hour += 1) await stepAt(courier, world.tick(HOUR));
};

describe('the courier (bộ chuyển yêu cầu)', () => {
  it('sends what is intended and records what the agency answers', async () => {
    const world = journalAt();
    const { desk, effects } = agency('keyed');
    await want(world.journal, 'one', world.now());
    const round = await stepAt(courierOf(world.journal, desk), world.now());
    expect(round).toMatchObject({ sent: 1, answered: 1, notTaken: [] });
    expect(effects).toHaveLength(1);
    expect(await typesOf(world.journal, 'one')).toEqual(['RequestIntended', 'RequestSent', 'RequestAnswered']);
  });

  it('records the sending before anything leaves', async () => {
    const world = journalAt();
    const { desk } = agency('keyed');
    const seen: (readonly string[])[] = [];
    const watched: Desk<string, Cards> = {
      ...desk,
      ask: (ask) => async () => {
        seen.push(await typesOf(world.journal, 'one'));
        return desk.ask(ask)();
      },
    };
    await want(world.journal, 'one', world.now());
    await stepAt(courierOf(world.journal, watched), world.now());
    expect(seen).toEqual([['RequestIntended', 'RequestSent']]);
  });

  it.each(['keyed', 'queryable'] as const)('a lost reply of an agency that is %s has one effect', async (repeats) => {
    const world = journalAt();
    const { desk, effects } = agency(repeats, ['reply-lost', 'unreachable']);
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, desk);
    await letPass(courier, world, 12);
    expect(effects).toHaveLength(1);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#1']?.status).toBe('answered');
  });

  it('an unknown outcome at an agency that is neither is handed to people, with what to look for', async () => {
    const world = journalAt();
    const { desk, effects, asked } = agency('neither', ['reply-lost']);
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, desk);
    await letPass(courier, world, 200);
    expect([effects.length, asked()]).toEqual([1, 1]);
    const page = await world.journal.read(stream('one'))();
    const last = E.isRight(page) ? page.right.events.at(-1) : undefined;
    expect(last).toMatchObject({ type: 'RequestGivenUp', data: { why: 'outcome-unknown' } });
    expect(last?.data['lookFor']).toContain(`case:${stream('one').slice(7)}`);
  });

  it('asks an agency that is neither again when surely nothing arrived', async () => {
    const world = journalAt();
    const { desk, effects } = agency('neither', ['login-refused', 'busy', 'unreachable']);
    await want(world.journal, 'one', world.now());
    await letPass(courierOf(world.journal, desk), world, 20);
    expect(effects).toHaveLength(1);
    expect(await typesOf(world.journal, 'one')).toEqual([
      'RequestIntended',
      ...['RequestSent', 'RequestFailed', 'RequestSent', 'RequestDeferred', 'RequestSent', 'RequestFailed'],
      ...['RequestSent', 'RequestAnswered'],
    ]);
  });

  it('records one event a change of condition, however often it tries', async () => {
    const world = journalAt();
    const { desk } = agency('keyed', Array<Line>(20).fill('unreachable'));
    await want(world.journal, 'one', world.now());
    await letPass(courierOf(world.journal, desk), world, 40);
    expect(await typesOf(world.journal, 'one')).toEqual(['RequestIntended', 'RequestSent', 'RequestFailed']);
  });

  it('gives up after its budget, also when it was started anew in between', async () => {
    const world = journalAt();
    const { desk } = agency('keyed', Array<Line>(999).fill('unreachable'));
    await want(world.journal, 'one', world.now());
    for (let day = 0; day < 5; day += 1) await letPass(courierOf(world.journal, desk), world, 24);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#1']?.status).toBe('given-up');
  });

  it('a request resumed by a person goes out under the same key', async () => {
    const world = journalAt();
    const { desk, effects, files } = agency('keyed', [...Array<Line>(18).fill('unreachable'), 'reply-lost']);
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, desk);
    await letPass(courier, world, 100);
    const again: WantAgain = {
      id: consequentId('again'),
      type: 'WantAgain',
      at: world.now(),
      actor: { id: 'y', role: 'support-team' },
      data: { request: 'issue-card#1' },
    };
    await handle({ journal: world.journal, keys })(parcel)(stream('one'), again)();
    await letPass(courier, world, 60);
    expect(effects).toHaveLength(1);
    expect([...files.keys()]).toEqual(effects);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#2']?.answer).toMatchObject({ outcome: 'issued' });
  });

  it('hears a repeated answer once, and an acknowledgement after it not at all', async () => {
    const world = journalAt();
    const { desk } = agency('keyed', ['acknowledged']);
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, desk);
    await letPass(courier, world, 6);
    expect(await typesOf(world.journal, 'one')).toEqual([
      'RequestIntended',
      'RequestSent',
      'RequestAcknowledged',
      'RequestAnswered',
    ]);
  });

  it('asks after a file that has fallen silent', async () => {
    const world = journalAt();
    const { desk, effects } = agency('queryable', ['acknowledged']);
    const deaf: Desk<string, Cards> = { ...desk, collect: () => TE.right([]) };
    await want(world.journal, 'one', world.now());
    await letPass(courierOf(world.journal, deaf), world, 6);
    expect(effects).toHaveLength(1);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#1']?.status).toBe('answered');
  });

  it("does not hold one case's failure against the others", async () => {
    const world = journalAt();
    const { desk, effects } = agency('keyed');
    const broken: Journal = {
      ...world.journal,
      read: (name, options) =>
        name === stream('bad') ? TE.left(unavailable('disk', 'corrupt', false)) : world.journal.read(name, options),
    };
    for (const name of ['one', 'bad', 'two', 'three', 'four', 'five']) await want(world.journal, name, world.now());
    const round = await stepAt(courierOf(broken, desk), world.now());
    expect([round.answered, effects.length]).toEqual([5, 5]);
  });

  it('never has more requests of one agency under way than it may', async () => {
    const world = journalAt();
    const { desk } = agency('keyed');
    let underWay = 0;
    let most = 0;
    const slow: Desk<string, Cards> = {
      ...desk,
      ask: (ask) => async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        const reply = await desk.ask(ask)();
        underWay -= 1;
        return reply;
      },
    };
    for (let one = 0; one < 10; one += 1) await want(world.journal, `case ${one}`, world.now());
    await stepAt(courierOf(world.journal, slow), world.now());
    expect(most).toBe(3);
  });

  it('ignores replies that belong to nobody here', async () => {
    const world = journalAt();
    const { desk } = agency('keyed');
    const stray = { key: 'elsewhere', reply: { kind: 'acknowledged', receivedAt: START, reference: 'x' } } as const;
    const round = await stepAt(courierOf(world.journal, { ...desk, collect: () => TE.right([stray]) }), world.now());
    expect(round).toMatchObject({ strangers: 1, answered: 0 });
  });
});

/** Lets so many operations of the outside world happen, then falls silent for good, as a machine that lost its power. */
const fuse = (operations: number) => {
  let left = operations;
  let blow: () => void = () => {};
  const blown = new Promise<'blown'>((resolve) => {
    blow = () => resolve('blown');
  });
  const passing = async <T>(work: () => Promise<T>): Promise<T> => {
    const gone = (): Promise<never> => {
      blow();
      return new Promise(() => {});
    };
    if (left <= 0) return gone();
    left -= 1;
    const done = await work();
    return left <= 0 ? gone() : done;
  };
  return { blown, passing };
};

describe('the courier, started anew after a crash at any moment', () => {
  const anyLine = fc.constantFrom<Line>(
    'through',
    'acknowledged',
    'reply-lost',
    'ask-lost',
    'unreachable',
    'busy',
    'login-refused',
  );
  const anyWorld = fc.record({
    script: fc.array(anyLine, { maxLength: 8 }),
    crashes: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 6 }),
    cases: fc.integer({ min: 1, max: 3 }),
  });

  const play = async (
    repeats: Repeats,
    { script, crashes, cases }: Readonly<{ script: Line[]; crashes: number[]; cases: number }>,
  ) => {
    const world = journalAt();
    const { desk, effects } = agency(repeats, script);
    const names = Array.from({ length: cases }, (_, index) => `case ${index}`);
    for (const name of names) await want(world.journal, name, world.now());
    for (const crash of crashes) {
      const { blown, passing } = fuse(crash);
      const { find } = desk;
      const courier = courierOf(
        {
          ...world.journal,
          append:
            (...all) =>
            () =>
              passing(world.journal.append(...all)),
          feed: (options) => () => passing(world.journal.feed(options)),
        },
        {
          ...desk,
          ask: (ask) => () => passing(desk.ask(ask)),
          ...(find && { find: (ask: Parameters<typeof find>[0]) => () => passing(find(ask)) }),
        },
      );
      for (let hour = 0; hour < 30; hour += 1) {
        if ((await Promise.race([stepAt(courier, world.tick(HOUR)), blown])) === 'blown') break;
      }
    }
    // Long enough for an acknowledged request whose answer was lost to be given up.
    await letPass(courierOf(world.journal, desk), world, 260);
    const ledgers = await Promise.all(names.map((name) => ledgerOf(world.journal, name)));
    return { effects, statuses: ledgers.map((ledger) => ledger['issue-card#1']?.status) };
  };

  it.each(['keyed', 'queryable'] as const)('has exactly one effect at an agency that is %s', (repeats) =>
    fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const { effects, statuses } = await play(repeats, world);
        expect(effects).toHaveLength(world.cases);
        expect(new Set(effects).size).toBe(world.cases);
        expect(statuses.every((status) => status === 'answered')).toBe(true);
      }),
      { numRuns: 150 },
    ),
  );

  it('has at most one effect at an agency that is neither, and what is not answered is in the hands of people', () =>
    fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const { effects, statuses } = await play('neither', world);
        expect(new Set(effects).size).toBe(effects.length);
        expect(statuses.every((status) => status === 'answered' || status === 'given-up')).toBe(true);
      }),
      { numRuns: 150 },
    ));
});

/** Keeps what is to be fetched under a receipt until it hears that it stands in the journal. */
const keeping = (desk: Desk<string, Cards>) => {
  const kept = new Map<string, Delivery<Cards>>();
  let next = 0;
  const keeper: Desk<string, Cards> = {
    ...desk,
    collect: () => async () => {
      const came = await desk.collect()();
      for (const delivery of E.isRight(came) ? came.right : []) {
        next += 1;
        kept.set(`r${next}`, { ...delivery, receipt: `r${next}` });
      }
      return E.right([...kept.values()]);
    },
    confirm: (receipts) => async () => {
      for (const receipt of receipts) kept.delete(receipt);
      return E.right(undefined);
    },
  };
  return { keeper, kept };
};

describe('replies that somebody keeps until they are recorded', () => {
  it('are confirmed once they stand in the journal, strangers’ too', async () => {
    const world = journalAt();
    const { desk, effects } = agency('keyed', ['acknowledged']);
    const { keeper, kept } = keeping(desk);
    kept.set('stray', {
      key: consequentId('nobody'),
      reply: { kind: 'progress', step: 'x', reason: 'y', at: START },
      receipt: 'stray',
    });
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, keeper);
    const first = await stepAt(courier, world.tick(HOUR));
    expect(first.strangers).toBe(1);
    await stepAt(courier, world.tick(HOUR));
    expect([effects.length, kept.size]).toEqual([1, 0]);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#1']?.status).toBe('answered');
  });

  it('are kept while the journal does not take them, and come again', async () => {
    const world = journalAt();
    const { desk } = agency('keyed', ['acknowledged']);
    const { keeper, kept } = keeping(desk);
    await want(world.journal, 'one', world.now());
    await stepAt(courierOf(world.journal, keeper), world.tick(HOUR));
    const away: Journal = { ...world.journal, append: () => TE.left(unavailable('journal', 'busy', true)) };
    await stepAt(courierOf(away, keeper), world.tick(HOUR));
    expect(kept.size).toBeGreaterThan(0);
    await stepAt(courierOf(world.journal, keeper), world.tick(HOUR));
    expect(kept.size).toBe(0);
    expect((await ledgerOf(world.journal, 'one'))['issue-card#1']?.status).toBe('answered');
  });
});

describe('what the courier hears and tells', () => {
  it('leaves an agency alone for as long as it asks', async () => {
    const world = journalAt();
    const { desk, asked } = agency('keyed');
    const busy: Desk<string, Cards> = {
      ...desk,
      ask: (ask) =>
        world.now() < later(START, 30 * HOUR)
          ? TE.left({ ...unavailable('insurance', 'busy', true), waitMs: 29 * HOUR })
          : desk.ask(ask),
    };
    await want(world.journal, 'one', world.now());
    const courier = courierOf(world.journal, busy);
    const round = await stepAt(courier, world.tick(HOUR));
    expect(round.nextWakeAt).toBe(later(START, 30 * HOUR));
    await stepAt(courier, world.tick(29 * HOUR));
    expect(asked()).toBe(1);
  });

  it('tells of every try and of all it records under one key, and survives whoever listens', async () => {
    const world = journalAt();
    const { desk } = agency('keyed', ['reply-lost']);
    await want(world.journal, 'one', world.now());
    const heard: CourierNews[] = [];
    const courier = courierOf(world.journal, desk, limits, (news) => {
      heard.push(news);
      throw new Error('the listener fell over');
    });
    await letPass(courier, world, 6);
    expect(heard.map(({ kind, code }) => [kind, code])).toEqual([
      ['sent', undefined],
      ['tried', 'outcome-unknown'],
      ['failed', 'outcome-unknown'],
      ['tried', 'answered'],
      ['answered', 'issued'],
    ]);
    expect(new Set(heard.map(({ key, intendedAt }) => `${key} ${intendedAt}`)).size).toBe(1);
  });
});
