/**
 * The first week of July 2023 in Nghệ An, played into an SQLite file: families file for births and deaths, officers
 * register and sign, the courier carries, agencies fail as they did. `node src/main.ts` prints what came of it; main.test.ts
 * plays it too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, atInVietnam, type Fault, type OutcomeUnknown } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { pipe, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { pickDriver, sqliteJournal } from '@lienthong/store-sqlite';
import { virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2023, type Simulated, simulate } from '@lienthong/testing/scenarios';

const days = 7;
const week = {
  ...ngheAn2023,
  to: addDays(ngheAn2023.from, days - 1),
  days: ngheAn2023.days.slice(0, days),
  births: 30,
  deaths: 4,
};
const secret = 'a secret for data that nobody has to fear for';

/** Plays the week into a new store at this path. */
export const play = (path: string): TE.TaskEither<Fault | OutcomeUnknown, Simulated> => {
  const clock = virtualClock(atInVietnam(week.from));
  const keys = developmentKeys(secret);
  return pipe(
    pickDriver,
    TE.flatMap((driver) => sqliteJournal({ driver, path, clock })),
    TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
    TE.flatMap((journal) =>
      pipe(
        simulate({ scenario: week, seed: 1, faults: 'field', journal, keys, secret, law: lawBook(), clock }),
        TE.flatMap((told) =>
          pipe(
            journal.close(),
            TE.map(() => told),
          ),
        ),
      ),
    ),
  );
};

/** What a reader wants to know of it. */
export const told = ({ received, byStatus, late, lost, duplicatedEffects, benefits, final }: Simulated): string =>
  [
    `${received.birth} births and ${received.death} deaths filed from ${week.from} to ${week.to}; quiet again on ${final.on}.`,
    `${byStatus.done} done, ${byStatus.partly} in part, ${byStatus.refused} refused; ${late} were late.`,
    `After the deaths ${benefits.decided.dong} đồng were decided and ${benefits.paid.dong} paid.`,
    `Compared with the agencies' own records: ${lost} lost, ${duplicatedEffects} done twice.`,
  ].join('\n');

if (import.meta.main || process.argv[1]?.endsWith('main.ts') === true) {
  const folder = mkdtempSync(join(tmpdir(), 'nghe-an-'));
  const text = await pipe(
    play(join(folder, 'week.db')),
    TE.match(({ kind }) => `It could not be played: ${kind}.`, told),
  )();
  process.stdout.write(`${text}\n`);
  rmSync(folder, { recursive: true });
}
