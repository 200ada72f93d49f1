/** Negative controls (kho hỏng có chủ ý): for each case a store that breaks it, and why the case must then fail. */
import type { Appended, Fault, Journal, NewEvent, StoredEvent } from '@lienthong/core';
import { unavailable } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import {
  afterFault,
  answers,
  anyIsExact,
  appends,
  type Break,
  checksThenActs,
  checksWhenAsked,
  feeds,
  hears,
  hearsEvents,
  locksUp,
  names,
  nothingWritten,
  oneByOne,
  reads,
  rewrites,
  shows,
  storesAgain,
} from './breaking.js';
import { aTurn } from './check.js';

export type BrokenStore = Readonly<{ breaks: string; does: string; because: RegExp; how: Break }>;

const repeated = (said: Readonly<{ events: readonly unknown[] }>): Appended => ({
  ...nothingWritten,
  revision: said.events.length - 1,
  repeated: true,
});

/** Answers for ids seen anywhere, as stores with ids unique store-wide do. */
const idsCountEverywhere: Break = (journal) => {
  const seen = new Set<string>();
  return appends(async (said, write) => {
    if (said.events.every(({ id }) => seen.has(id))) return E.right(repeated(said));
    for (const { id } of said.events) seen.add(id);
    return write(said);
  })(journal);
};

const forgetsTheInFlight: Break = (journal) => {
  const underWay = new Set<string>();
  return appends(async (said, write) => {
    const ids = said.events.map(({ id }) => id);
    if (ids.some((id) => underWay.has(id))) return E.left({ kind: 'IdReused', stream: said.stream, id: ids[0] ?? '' });
    for (const id of ids) underWay.add(id);
    await aTurn();
    return write(said);
  })(journal);
};

/** Refuses after so many calls of one kind: something was not given back. */
const wearsOut =
  (most: number): Break =>
  (journal) => {
    let used = 0;
    const busy = E.left<Fault>(unavailable('broken', 'busy', true));
    return {
      ...journal,
      read:
        (...asked) =>
        async () => {
          used += 1;
          return used > most ? busy : journal.read(...asked)();
        },
    };
  };

const overwhelmed: Break = (journal) => {
  let waiting = 0;
  return appends(async (said, write) => {
    waiting += 1;
    if (waiting > 500) return E.left(unavailable('broken', 'busy', true));
    await aTurn();
    waiting -= 1;
    return write(said);
  })(journal);
};

const givesBackTheSameObject: Break = (journal) => {
  const given = new Map<string, NewEvent['data']>();
  const listens = hearsEvents((event) => {
    given.set(event.id, event.data);
    return event;
  });
  return shows((event) => ({ ...event, data: given.get(event.id) ?? event.data }))(listens(journal));
};

const hidesAStreamAtFirst: Break = (journal) => {
  let looks = 0;
  return feeds((page) => {
    looks += 1;
    return looks > 2 ? page : { ...page, events: page.events.filter(({ stream }) => stream !== 'case-3') };
  })(journal);
};

const skipsAtPageBounds: Break = (journal) => ({
  ...journal,
  feed: (options = {}) =>
    options.after === undefined
      ? journal.feed(options)
      : async () => {
          const skipped = await journal.feed({ ...options, limit: 1 })();
          return E.isLeft(skipped) || skipped.right.end
            ? skipped
            : journal.feed({ ...options, after: skipped.right.next })();
        },
});

const wakesForEver: Break = (journal) => ({
  ...journal,
  watch: (wake) => {
    journal.watch?.(wake);
    return () => undefined;
  },
});

const offersDelete: Break = (journal) => ({ ...journal, deleteStream: () => undefined }) as Journal;

const cut = (text: string, length: number): string => [...text].slice(0, length).join('');
const withoutProto = (data: NewEvent['data']): NewEvent['data'] =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== '__proto__'));
const byStream = (one: StoredEvent, other: StoredEvent): number => (one.stream < other.stream ? -1 : 1);
const store = (breaks: string, does: string, because: RegExp, how: Break): BrokenStore => ({
  breaks,
  does,
  because,
  how,
});

const acceptsAnything = afterFault('BadInput', async () => E.right(nothingWritten));
const ignoresExpectation = hears((said) => ({ ...said, expected: 'any' }));
const jsonOrNull = (event: NewEvent): NewEvent => ({
  ...event,
  data: JSON.parse(
    JSON.stringify(event.data, (_, value: unknown) => (typeof value === 'bigint' ? null : value)),
  ) as NewEvent['data'],
});

export const brokenStores: readonly BrokenStore[] = [
  store(
    'A1',
    'forgets on whose behalf',
    /what the writer said/,
    hearsEvents(({ onBehalfOf: _, ...event }) => event),
  ),
  store(
    'A2',
    'turns a batch round',
    /order of the events/,
    hears((said) => ({ ...said, events: said.events.toReversed() })),
  ),
  store(
    'A3',
    'calls every stream new',
    /second answer/,
    answers((answer) => ({ ...answer, created: true })),
  ),
  store('A4', 'takes an empty batch', /empty batch: expected BadInput, but it succeeded/, acceptsAnything),
  store(
    'A5',
    'drops the last event of a batch',
    /last revision of a batch of 2:/,
    hears((said) => ({
      ...said,
      events: said.events.length > 1 ? said.events.slice(0, -1) : said.events,
    })),
  ),
  store(
    'A5',
    'writes 1,000 events at most',
    /last revision of a batch of 10000/,
    hears((said) => ({
      ...said,
      events: said.events.slice(0, 1000),
    })),
  ),
  store(
    'A6',
    'numbers from 1',
    /first revision answered/,
    answers((answer) => ({ ...answer, revision: answer.revision + 1 })),
  ),
  store(
    'A7',
    'lets time run backwards',
    /recorded times/,
    shows((event) => ({
      ...event,
      recordedAt: (event.revision > 1 ? '2023-07-10T07:00:00.000Z' : event.recordedAt) as StoredEvent['recordedAt'],
    })),
  ),
  store(
    'A7',
    'orders by time',
    /order of the feed/,
    feeds((page) => ({
      ...page,
      events: page.events.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)),
    })),
  ),
  store(
    'A8',
    'cuts long names',
    /name given back/,
    names((name) => cut(name, 255)),
  ),
  store(
    'A9',
    'does not tell case apart',
    /append to Case: unexpected/,
    names((name) => name.toLowerCase()),
  ),
  store(
    'A9',
    'does not tell accent forms apart',
    /append to cas.+: unexpected/,
    names((name) => name.normalize('NFC')),
  ),
  store(
    'A9',
    'does not see a space at the end',
    /append to case : unexpected/,
    names((name) => name.trimEnd()),
  ),
  store(
    'A10',
    'writes types in small letters',
    /types:/,
    shows((event) => ({ ...event, type: event.type.toLowerCase() })),
  ),
  store('A11', 'takes what is no event', /with id: expected BadInput, but it succeeded/, acceptsAnything),
  store('B1', 'ignores what is expected', /`none` on a standing stream: expected Conflict, but it/, ignoresExpectation),
  store(
    'B2',
    'takes `exists` for `any`',
    /`exists` on a missing stream/,
    hears((said) => ({
      ...said,
      expected: said.expected === 'exists' ? 'any' : said.expected,
    })),
  ),
  store(
    'B3',
    'is content with a revision below the head',
    /exact 0 with head 2: expected Conflict/,
    afterFault('Conflict', ({ stream, events }, fault, journal) =>
      fault.kind === 'Conflict' && fault.actual !== null && typeof fault.expected === 'object'
        ? journal.append(stream, 'any', events)()
        : Promise.resolve(E.left(fault)),
    ),
  ),
  store('B4', 'lets `any` lose a race', /`any` was refused/, anyIsExact),
  store('B5', 'takes nonsense for `any`', /expecting .+: expected BadInput, but it succeeded/, acceptsAnything),
  store(
    'B6',
    'does not know what is',
    /conflict: expected/,
    afterFault('Conflict', async (_, fault) =>
      E.left(fault.kind === 'Conflict' ? { ...fault, actual: (fault.actual ?? 0) + 1 } : fault),
    ),
  ),
  store(
    'B7',
    'writes down what it refused',
    /the feed: expected/,
    afterFault('Conflict', async ({ events }, fault, journal) => {
      await journal.append('refused', 'any', events)();
      return E.left(fault);
    }),
  ),
  store('B8', 'checks first and writes later', /winners among 2: expected 1, found 2/, checksThenActs),
  store(
    'B9',
    'keeps the rest of a losing batch',
    /the winning batch/,
    afterFault('Conflict', async ({ stream, events }, fault, journal) => {
      await journal.append(stream, 'any', events.slice(1))();
      return E.left(fault);
    }),
  ),
  store('B10', 'checks when it is asked', /prepared before: expected Conflict, but it succeeded/, checksWhenAsked),
  store(
    'B11',
    'numbers within the page',
    /revision in a page/,
    reads((page) => ({
      ...page,
      events: page.events.map((event, revision) => ({ ...event, revision })),
    })),
  ),
  store(
    'C1',
    'stores a repeat twice',
    /events after a repeat: expected 1, found 2/,
    storesAgain(() => true),
  ),
  store(
    'C2',
    'stores a repeat with `any` twice',
    /events after a repeat/,
    storesAgain((expected) => expected === 'any'),
  ),
  store(
    'C3',
    'stores a repeat at the head twice',
    /events after a repeat/,
    storesAgain((expected) => typeof expected === 'object'),
  ),
  store(
    'C4',
    'remembers the last few ids only',
    /events after a repeat/,
    storesAgain((_, since) => since > 4),
  ),
  store(
    'C5',
    'remembers few ids for `any`',
    /events after a repeat/,
    storesAgain((expected, since) => expected === 'any' && since > 4),
  ),
  store(
    'C6',
    'stores a repeat at the head twice',
    /events after a repeat/,
    storesAgain((expected) => typeof expected === 'object'),
  ),
  store('C7', 'looks at the expectation first', /unexpected Conflict/, checksThenActs),
  store(
    'C8',
    'knows whole batches only',
    /unexpected IdReused/,
    appends(async (said, write) => {
      const answer = await write(said);
      const part = E.isRight(answer) && answer.right.repeated && said.events.length === 1;
      return part ? E.left({ kind: 'IdReused', stream: said.stream, id: said.events[0]?.id ?? '' }) : answer;
    }),
  ),
  store(
    'C9',
    'adds what is missing of a batch',
    /a longer batch: expected IdReused, but it/,
    afterFault('IdReused', async (said) => E.right(repeated(said))),
  ),
  store('C10', 'counts ids store-wide', /repeated in another stream/, idsCountEverywhere),
  store(
    'C11',
    'does not compare content',
    /another data: expected IdReused, but it/,
    afterFault('IdReused', async (said) => E.right(repeated(said))),
  ),
  store(
    'C12',
    'drops an id that comes twice',
    /an id twice: expected BadInput, but it/,
    hears((said) => ({
      ...said,
      events: [...new Map(said.events.map((event) => [event.id, event])).values()],
    })),
  ),
  store(
    'C14',
    'forgets what it did not answer',
    /events after a repeat/,
    storesAgain(() => true),
  ),
  store('C15', 'refuses what is under way', /answers: expected 3, found 1/, forgetsTheInFlight),
  store('D1', 'writes event by event', /events written/, oneByOne()),
  store('D2', 'lets readers in between', /events of an unfinished batch/, oneByOne(aTurn)),
  store('D3', 'lets writers in between', /a batch in the feed/, oneByOne(aTurn)),
  store(
    'D4',
    'loses one event in seven',
    /events in the feed/,
    feeds((page) => ({
      ...page,
      events: page.events.filter((_, index) => index % 7 !== 6),
    })),
  ),
  store('D8', 'is overwhelmed by 500', /appends that succeeded/, overwhelmed),
  store(
    'D9',
    'forgets what nobody waited for',
    /asked again by the same ids: repeated/,
    storesAgain(() => true),
  ),
  store('E1', 'leaves out the bound', /revisions for/, (journal) => ({
    ...journal,
    read: (stream, options = {}) =>
      journal.read(
        stream,
        options.direction === 'backward' && options.from !== undefined
          ? { ...options, from: Math.max(0, options.from - 1) }
          : options,
      ),
  })),
  store('E2', 'has no limit of 0', /events for a limit of 0: expected 0/, (journal) => ({
    ...journal,
    read: (stream, { limit, ...options } = {}) =>
      journal.read(stream, limit === undefined || limit === 0 ? options : { ...options, limit }),
  })),
  store('E3', 'skips an event between pages', /the feed in pages of 1:/, skipsAtPageBounds),
  store(
    'E4',
    'finds every stream',
    /a missing stream/,
    reads((page) => ({ ...page, exists: true })),
  ),
  store(
    'E5',
    'orders by stream',
    /positions do not rise/,
    feeds((page) => ({ ...page, events: page.events.toSorted(byStream) })),
  ),
  store('E6', 'gives nothing back', /unexpected Unavailable/, wearsOut(50)),
  store('E7', 'locks up', /E7: no answer within/, locksUp),
  store('E8', 'shows a commit before an earlier one', /what a reader saw/, hidesAStreamAtFirst),
  store(
    'E9',
    'stalls where a filter lets nothing through',
    /makes no headway|that lets nothing through/,
    feeds((page) => (page.events.length === 0 ? { ...page, next: '0000000000000000', end: false } : page)),
  ),
  store('E9', 'takes a prefix for a pattern', /the feed for \{"streamPrefix":"%"\}/, (journal) => ({
    ...journal,
    feed: (options = {}) =>
      journal.feed({ ...options, streamPrefix: (options.streamPrefix ?? '').replaceAll('%', '') }),
  })),
  store('E10', 'gives all at once', /a page of \d+ events that nobody asked for/, (journal) => ({
    ...journal,
    feed: (options = {}) => journal.feed({ limit: Number.MAX_SAFE_INTEGER, ...options }),
  })),
  store(
    'F1',
    'gives a batch one position',
    /different positions/,
    shows((event) => ({
      ...event,
      position: event.position.replace(/[13579]$/, (digit) => String(Number(digit) - 1)),
    })),
  ),
  store('F6', 'shows a commit before an earlier one', /events seen/, hidesAStreamAtFirst),
  store('F7', 'skips an event between pages', /events seen/, skipsAtPageBounds),
  store(
    'F10',
    'shows each page from its end',
    /the order of a stream in the feed/,
    feeds((page) => ({ ...page, events: page.events.toReversed() })),
  ),
  store(
    'F11',
    'stands still where a filter lets nothing through',
    /a position acknowledged is never passed/,
    feeds((page) => (page.events.length === 0 ? { ...page, next: '0000000000000000' } : page)),
  ),
  store('H1b', "keeps the writer's own object", /what is kept/, givesBackTheSameObject),
  store('H2', 'offers to delete', /what the port offers/, offersDelete),
  store(
    'M1',
    'takes several streams for one',
    /several streams in one append: expected BadInput, but/,
    acceptsAnything,
  ),
  store(
    'I1',
    'composes accents',
    /data given back/,
    rewrites((text) => text.normalize('NFC')),
  ),
  store(
    'I2',
    'loses U+0000',
    /data given back/,
    rewrites((text) => text.replaceAll('\\u0000', '')),
  ),
  store(
    'I3',
    'writes numbers anew',
    /the hash does not hold/,
    shows((event) => ({
      ...event,
      data: JSON.parse(JSON.stringify(event.data).replaceAll(/:(\d+)/g, ':"$1"')) as StoredEvent['data'],
    })),
  ),
  store('I4', 'makes NaN nothing', /no JSON: expected BadInput, but it succeeded/, hearsEvents(jsonOrNull)),
  store('I5', 'drops `undefined`', /no JSON: expected BadInput, but it succeeded/, hearsEvents(jsonOrNull)),
  store(
    'I6',
    'cuts at a megabyte',
    /came back different/,
    hearsEvents((event) => {
      const { text } = event.data;
      return typeof text === 'string' ? { ...event, data: { text: text.slice(0, 1_000_000) } } : event;
    }),
  ),
  store('I7', 'keeps bytes as an object', /no JSON: expected BadInput, but it succeeded/, hearsEvents(jsonOrNull)),
  store(
    'I8',
    'forgets who decided',
    /what the writer said/,
    hearsEvents((event) => {
      const { decidedBy: _, ...actor } = event.actor;
      return { ...event, actor };
    }),
  ),
  store('I8', 'believes a forged hash', /brings what the store adds: expected BadInput, but it/, acceptsAnything),
  store(
    'I9',
    'loses `__proto__`',
    /data given back/,
    hearsEvents((event) => ({
      ...event,
      data: withoutProto(event.data),
    })),
  ),
  store('W1', 'wakes nobody', /W1: no answer within/, (journal) => ({ ...journal, watch: () => () => undefined })),
  store('W3', 'goes on waking', /woken after it had stopped watching/, wakesForEver),
];
