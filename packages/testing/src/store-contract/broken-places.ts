/** Negative controls for what needs more than a journal: places that lose, lie, or believe whatever they find. */
import { type Clock, type Journal, memoryJournal, type NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { feed, said } from './asking.js';
import type { Place } from './bench.js';
import { practicePlace } from './practice-place.js';

export type BrokenPlace = Readonly<{ breaks: string; does: string; because: RegExp; place: () => Promise<Place> }>;

const open = async (clock: Clock): Promise<Journal> => memoryJournal({ clock });
const claims = (hooks: Partial<Place>) => async (): Promise<Place> => ({ open, ...hooks });

/** Says that a writer elsewhere wrote, where nobody did. */
const liesOfWriters = claims({
  spawnWriter: async ({ stream, batches }) =>
    Array.from({ length: batches }, (_, index) => ({ stream, revision: index, position: String(index) })),
});

/** Keeps its events as lines of text, and passes over the lines it cannot read. */
const believesItsFile = async (): Promise<Place> => {
  let text = '';
  return {
    bytes: {
      read: async () => new TextEncoder().encode(text),
      write: async (bytes) => {
        text = new TextDecoder().decode(bytes);
      },
    },
    open: async (clock) => {
      const journal = memoryJournal({ clock });
      for (const line of text.split('\n')) {
        try {
          const { stream, event } = JSON.parse(line) as Readonly<{ stream: string; event: NewEvent }>;
          await journal.append(stream, 'any', [event])();
        } catch {
          // The very fault that the case is there to find.
        }
      }
      return {
        ...journal,
        close: () => async () => {
          const fed = await journal.feed({ limit: 1 })();
          if (E.isRight(fed)) {
            const events = await feed(journal);
            text = events.map((event) => JSON.stringify({ stream: event.stream, event: said(event) })).join('\n');
          }
          return journal.close()();
        },
      };
    },
  };
};

const broken = (breaks: string, does: string, because: RegExp, place: () => Promise<Place>): BrokenPlace => ({
  breaks,
  does,
  because,
  place,
});

export const brokenPlaces: readonly BrokenPlace[] = [
  broken('C13', 'forgets its ids when closed', /events after a repeat/, claims({})),
  broken('D7', 'acknowledges what it never wrote', /revisions: expected/, liesOfWriters),
  broken('H1', 'lets its rows be changed', /a stored event could be changed/, claims({ tamper: async () => true })),
  broken(
    'J3',
    'loses what it acknowledged',
    /an acknowledged event was lost/,
    claims({ powerCut: async () => ({ open }) }),
  ),
  broken('J4', 'passes over what it cannot read', /read without a word/, believesItsFile),
  broken(
    'J5a',
    'does not see that it may not write',
    /expected read-only, found opened/,
    claims({ whileReadOnly: (work) => work() }),
  ),
  broken(
    'J5b',
    'does not see that the disk is full',
    /expected Unavailable, but it succeeded/,
    claims({ whileFull: (work) => work() }),
  ),
  broken('J6', 'begins anew each time', /what stands after a restart/, claims({})),
  broken('J9', 'makes a store for each process', /revisions of/, liesOfWriters),
  broken('F2', 'passes over who commits late', /beside a slow writer saw/, practicePlace('naive')),
  broken('F3', 'shows what commits first, first', /what a reader saw first/, practicePlace('naive')),
  broken('F4', 'waits for numbers that nobody has', /past a writer that gave up/, practicePlace('stalls')),
  broken('F5', 'waits for numbers that nobody has', /the feed past a gap of 1:/, practicePlace('stalls')),
  broken('F5', 'takes numbers for a count', /the feed past a gap of 1:/, practicePlace('counts')),
  broken('F6b', 'shows commits in the order they arrive', /with a journal of its own saw/, practicePlace('late')),
  broken('F8', 'hides and does not say so', /and nobody says by whom/, practicePlace('silent')),
  broken('F9', 'takes numbers for a count', /events seen/, practicePlace('counts')),
  broken('F12', 'begins its numbers anew', /a position was used again/, practicePlace('reuses')),
  broken('F12b', 'begins its numbers anew', /a position was used again/, practicePlace('reuses')),
  broken('F12c', 'begins its numbers anew', /a position was used again/, practicePlace('reuses')),
  broken('J1', 'loses what it acknowledged', /acknowledged and lost/, practicePlace('forgets')),
  broken('J1b', 'loses what it acknowledged', /acknowledged and lost/, practicePlace('forgets')),
  broken('J2', 'leaves half a batch', /events of a half batch/, practicePlace('tears')),
  broken(
    'J7',
    'says "not written" of what it does not know',
    /lost after-commit: it was answered as not written, and it was/,
    practicePlace('denies'),
  ),
  broken(
    'J8',
    'takes an interruption for the end',
    /interrupted by timeout: neither unknown nor to be asked again/,
    practicePlace('gives-up'),
  ),
  broken('L3', 'opens what a later release left', /expected newer-schema, found opened/, practicePlace('blind')),
  broken('L4', 'restores rows under other numbers', /the feed restored from a copy/, practicePlace('renumbers')),
  broken('N1', "finds another tenant's streams", /another tenant's stream was found/, practicePlace('shares')),
  broken('N2', "feeds another tenant's events", /a tenant's feed/, practicePlace('shares')),
  broken('W2', 'does not hear what others append', /W2: no answer within/, practicePlace('deaf')),
];
