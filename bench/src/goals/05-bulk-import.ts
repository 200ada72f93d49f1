/** Goal 5: bringing in whole cases, about a thousand events a commit, as the store grows. */
import type { Journal } from '@lienthong/core';
import type { Goal, Rate, Row, Scale } from '../goal.js';
import { mustBe, timed } from '../measure.js';
import { type Spread, spreadOf } from '../spread.js';
import { countIn, freshFile, importCases, openOurs, plainTable, removeFile } from '../sqlite.js';
import { type Case, casesOf } from '../workload.js';

const CHUNK = 10_000;

type Grown = Readonly<{ ours: readonly number[]; plain: readonly number[] }>;

const intoPlain = (table: ReturnType<typeof plainTable>, cases: readonly Case[], atOnce = 80): number => {
  let done = 0;
  for (let from = 0; from < cases.length; from += atOnce) {
    table.database.exec('BEGIN IMMEDIATE');
    for (const { stream, events } of cases.slice(from, from + atOnce)) {
      for (const [revision, event] of events.entries()) {
        table.add(stream, revision, event);
        done += 1;
      }
    }
    table.database.exec('COMMIT');
  }
  return done;
};

/** Both files grow in turn, a chunk each; so the chunks pair off at every size. Answers events a second, chunk by chunk. */
const grow = async (folder: string, events: number, chunk: number): Promise<Grown> => {
  const [path, other] = [freshFile(folder, 'import'), freshFile(folder, 'plain')];
  const journal: Journal = await openOurs(path);
  const table = plainTable(other);
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let at = 0; at < events; at += chunk) {
    const cases = casesOf(500 + at, chunk);
    plain.push((await timed({ work: () => intoPlain(table, cases) })).wall);
    ours.push((await timed({ work: () => importCases(journal, cases) })).wall);
  }
  await journal.close()();
  table.close();
  mustBe('ours', countIn(path), events);
  mustBe('plain', countIn(other), events);
  removeFile(path);
  removeFile(other);
  return { ours, plain };
};

const ratios = ({ ours, plain }: Grown, from: number, to: number): Spread =>
  spreadOf(ours.slice(from, to).map((rate, index) => rate / (plain[from + index] as number)));

const measure = async ({ folder, size, quick }: Scale): Promise<readonly [readonly Row[], readonly Rate[]]> => {
  const chunk = quick ? 1_000 : CHUNK;
  const grown = await grow(folder, size(1_000_000, 20_000), chunk);
  const chunks = grown.ours.length;
  const [early, late] = [Math.round(chunks / 10), chunks];
  const span = Math.max(3, Math.round(chunks / 20));
  const [from, to] = [Math.max(0, early - span), early + span];
  const told = (count: number): string => (count * chunk).toLocaleString('en');
  const start = spreadOf(grown.ours.slice(from, to)).median;
  const end = grown.ours.slice(late - 2 * span, late);
  const rate = (name: string, rates: readonly number[]): Rate => ({
    name,
    perSecond: spreadOf(rates),
    unit: 'events/s',
  });
  return [
    [
      {
        what: `against the plain layout, about ${told(early)} events held`,
        target: { atLeast: 1.5 },
        figure: ratios(grown, from, to),
        judged: 'wall',
      },
      {
        what: `against the plain layout, about ${told(late)} events held`,
        target: { atLeast: 2 },
        figure: ratios(grown, late - 2 * span, late),
        judged: 'wall',
      },
      {
        what: `speed at ${told(late)} events against that at ${told(early)}`,
        target: { atLeast: 0.7 },
        figure: spreadOf(end.map((one) => one / start)),
        judged: 'wall',
      },
    ],
    [
      rate(`ours, about ${told(early)} held`, grown.ours.slice(from, to)),
      rate(`plain, about ${told(early)} held`, grown.plain.slice(from, to)),
      rate(`ours, about ${told(late)} held`, end),
      rate(`plain, about ${told(late)} held`, grown.plain.slice(late - 2 * span, late)),
    ],
  ];
};

export const goal: Goal = {
  number: 5,
  title: 'Bulk import into SQLite',
  fairness:
    'Text uuids and text stream names in the plain layout, lean keys in ours. The plain layout neither checks what it is given nor ' +
    'keeps any evidence; ours does all that an append does. Both commit about 960 events at a time, synchronous FULL.',
  run: async (scale) => {
    const [rows, rates] = await measure(scale);
    return { rows, rates };
  },
};
