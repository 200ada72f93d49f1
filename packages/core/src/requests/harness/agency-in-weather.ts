/**
 * An agency in any weather (cơ quan trong mọi tình huống): asks and replies travel by a scheduler, which decides whose turn it
 * is; on the way they are lost, held up and repeated as drawn. It acts whenever an ask arrives, unless it honours keys.
 */
import type fc from 'fast-check';
import { E, type Either } from '../../fp.js';
import { type Fault, type OutcomeUnknown, unavailable } from '../../kernel/index.js';
import { type Instant, later } from '../../values/plain-date.js';
import type { Answered, Delivery, Desk, Repeats, Reply } from '../port.js';
import type { Fate, Look, Met, Weather } from './weather.js';

const HOUR = 3_600_000;

type Cards = Readonly<{ outcome: 'issued'; number: number }>;
type Reached = Either<Fault | OutcomeUnknown, Reply<Cards>>;
type Underway = Delivery<Cards> & Readonly<{ at: Instant; nth: number; receipt: string }>;

const unknown: Reached = E.left({ kind: 'OutcomeUnknown', system: 'insurance' });

export const agencyInWeather = (repeats: Repeats, weather: Weather, scheduler: fc.Scheduler, now: () => Instant) => {
  const effects: string[] = [];
  const met = new Set<Met>();
  const files = new Map<string, Answered<Cards>>();
  const tries = new Map<string, Readonly<{ place: number; tried: number }>>();
  const count = { asks: 0, arrived: 0, posts: 0, sent: 0, fetched: 0, looks: 0 };
  let underway: readonly Underway[] = [];

  const travel = (what: string): Promise<void> => scheduler.schedule(Promise.resolve(), what);
  const inTurn = (of: 'arrived' | 'fetched', nth: number): void => {
    if (nth < count[of]) met.add('asks or replies reordered');
    count[of] = Math.max(count[of], nth);
  };

  const act = (key: string): Answered<Cards> => {
    const known = files.get(key);
    if (repeats === 'keyed' && known !== undefined) return known;
    effects.push(key);
    const at = now();
    const answer = { outcome: 'issued', number: effects.length } as const;
    const by = { id: 'clerk', role: 'insurance-officer' };
    const file: Answered<Cards> = { kind: 'answered', answer, at, receivedAt: at, by };
    files.set(key, known ?? file);
    return file;
  };

  /** A reply sent by itself, in as many copies as drawn, each by its own way. */
  const post = (key: string, reply: Reply<Cards>): void => {
    const copies = weather.copies[count.posts % weather.copies.length] ?? [];
    count.posts += 1;
    if (copies.length === 0) met.add('reply lost after effect');
    if (copies.length > 1) met.add('ask or reply repeated');
    for (const hours of copies) {
      count.sent += 1;
      const nth = count.sent;
      const at = later(now(), hours * HOUR);
      void travel(`reply ${nth}`).then(() => {
        underway = [...underway, { key, reply, at, nth, receipt: `r${nth}` }];
      });
    }
  };

  const arrive = async (key: string, nth: number): Promise<Answered<Cards>> => {
    await travel(`ask ${nth}`);
    inTurn('arrived', nth);
    return act(key);
  };

  /** It arrives for sure, and perhaps only when nobody waits for it any more. */
  const heldUp = (key: string, nth: number): Promise<Reached> => {
    let waiting = true;
    const arriving = arrive(key, nth).then((reply): Reached => {
      if (!waiting) {
        met.add('ask arrived after the waiting');
        post(key, reply);
      }
      return E.right(reply);
    });
    const tired = travel(`time-out ${nth}`).then((): Reached => {
      waiting = false;
      return unknown;
    });
    return Promise.race([arriving, tired]);
  };

  const lost = async (nth: number): Promise<Reached> => {
    await travel(`loss ${nth}`);
    met.add('ask lost before effect');
    return unknown;
  };

  const replyLost = async (key: string, nth: number): Promise<Reached> => {
    post(key, await arrive(key, nth));
    met.add('reply lost after effect');
    return unknown;
  };

  const answerLater = async (key: string, nth: number): Promise<Reached> => {
    const reply = await arrive(key, nth);
    post(key, { kind: 'progress', step: 'opened', reason: 'in-order', at: reply.at });
    post(key, reply);
    return E.right({ kind: 'acknowledged', receivedAt: reply.at, reference: `file ${nth}` });
  };

  /** Only where keys are honoured: for a copy made on the way no sender can answer. */
  const twice = async (key: string, nth: number): Promise<Reached> => {
    const [first] = await Promise.all([arrive(key, nth), ...(repeats === 'keyed' ? [arrive(key, nth)] : [])]);
    if (repeats === 'keyed') met.add('ask or reply repeated');
    post(key, first);
    return E.right(first);
  };

  const turnedAway = async (code: Extract<Fate, 'unreachable' | 'busy' | 'login-refused'>): Promise<Reached> => {
    await travel('door');
    met.add('turned away at the door');
    return E.left(unavailable('insurance', code, true));
  };

  const send = async (key: string, fate: Fate, nth: number): Promise<Reached> => {
    switch (fate) {
      case 'prompt':
        return E.right(await arrive(key, nth));
      case 'later':
        return answerLater(key, nth);
      case 'lost':
        return lost(nth);
      case 'reply-lost':
        return replyLost(key, nth);
      case 'held-up':
        return heldUp(key, nth);
      case 'twice':
        return twice(key, nth);
      case 'unreachable':
      case 'busy':
      case 'login-refused':
        return turnedAway(fate);
    }
  };

  /** The next fate of this case's asks; clear weather when there is none left. */
  const fateOf = (caseId: string): Fate => {
    const { place, tried } = tries.get(caseId) ?? { place: tries.size, tried: 0 };
    tries.set(caseId, { place, tried: tried + 1 });
    return weather.asks[place % weather.asks.length]?.[tried] ?? 'prompt';
  };

  const look = async (): Promise<Look> => {
    await travel('look');
    count.looks += 1;
    return weather.looks[count.looks - 1] ?? 'fine';
  };
  const away: Either<Fault, never> = E.left(unavailable('insurance', 'timed-out', true));

  const fetch = async (): Promise<Either<Fault, readonly Delivery<Cards>[]>> => {
    const luck = await look();
    if (luck === 'fails') return away;
    const came = underway.filter(({ at }) => at <= now());
    if (!weather.keeps) underway = underway.filter(({ at }) => at > now());
    if (luck === 'reply-lost') return away;
    for (const { nth } of came) inTurn('fetched', nth);
    return E.right(came.map(({ key, reply, receipt }) => ({ key, reply, ...(weather.keeps && { receipt }) })));
  };

  const forget = async (receipts: readonly string[]): Promise<Either<Fault, void>> => {
    const luck = await look();
    if (luck !== 'fails') underway = underway.filter(({ receipt }) => !receipts.includes(receipt));
    return luck === 'fine' ? E.right(undefined) : away;
  };

  const desk: Desk<string, Cards> = {
    agency: 'insurance',
    repeats,
    ask:
      ({ key, caseId }) =>
      () => {
        count.asks += 1;
        return send(key, fateOf(caseId), count.asks);
      },
    ...(repeats === 'queryable' && {
      find:
        ({ key }: Readonly<{ key: string }>) =>
        async () =>
          (await look()) === 'fine' ? E.right(files.get(key)) : away,
    }),
    collect: () => fetch,
    confirm: (receipts) => () => forget(receipts),
  };
  return { desk, effects, met, holds: () => underway.length };
};
