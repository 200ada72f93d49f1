/**
 * Whatever death.md says was looked for and not found (N) or comes from general knowledge (K), and its two addenda have not
 * settled since, is in rows that do not claim to be official. A line for each that a row can hold.
 *
 * No row can hold: the fields of form 02, old and new (§13.1; they are a schema's), the wording of refusals (§13.2), the account
 * catalogue and the text of messages (§13.6), national figures (§13.7, §10), the paper titles that statistics would count.
 * Settled since, so official: ten working days of social insurance (T8, §13.4) and fifteen days before; ages and means of
 * relatives from July 2025 (§8.3; whom the means bar is still inferred); days off of 2023, 2024 and 2026 (§12.2).
 * Of the merit standard before July 2024 (§8.1, “…”) there is no row at all.
 */
import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import { lawBook } from './book.js';
import { specialDays } from './calendar/holidays.js';
import type { Parameter } from './dated.js';
import * as provision from './provision.js';

const book = lawBook();

/** What the domain page says, the parameters that hold it, and the days on which it is uncertain. */
type Item = readonly [item: string, parameters: readonly Parameter<unknown>[], from: string, to: string];

const always = '2016-01-01';
const ever = '2099-12-31';

const items: readonly Item[] = [
  [
    '§1.4 T5a, §5: five working days, on the household’s word (K)',
    [provision.limitResidenceDeletion, provision.deletionBegins, provision.deletionUpdates],
    '2021-07-01',
    '2026-03-14',
  ],
  ['§1.4 T6, §13.3: social funerals in two tiers (N)', [provision.limitFuneralSocial], '2025-07-01', ever],
  [
    '§1.4 T7, §13.3: merit funerals in two tiers (N)',
    [provision.limitFuneralMerit, provision.benefitEndorsement],
    '2025-07-01',
    ever,
  ],
  ['§1.4 T9, §13.1: which of “6–18” days belongs to whom (N)', [provision.limitDeathWhole], always, ever],
  ['§1.4 T11, §13.2: the citizen’s time to supplement (N)', [provision.limitDeathSupplement], always, ever],
  ['§4: records of executions, decisions of courts (K)', [provision.deathEvidence], always, ever],
  ['§8.1: base salary of 2019 (K)', [provision.baseSalary], '2019-07-01', '2023-06-30'],
  ['§8.1: social standard of 2024 (S2, K)', [provision.socialStandard], '2024-07-01', '2026-06-30'],
  ['§8.2, §13.4: sixty months of the voluntary scheme (K, N)', [provision.funeralVoluntaryMonths], always, ever],
  ['§8.2: ten million after a social pension (S2, K)', [provision.funeralSocialPension], '2025-07-01', '2026-06-30'],
  ['§8.3: two deaths give it twice (K)', [provision.survivorMonthly], always, '2025-06-30'],
  [
    '§8.3, §13.4: ages and means of relatives before the law of 2024 (K)',
    [provision.survivorRelatives, provision.survivorMeans],
    always,
    '2025-06-30',
  ],
  ['§8.4: forty-eight pensions and less each month (K)', [provision.lumpSumOfPension], always, ever],
  ['§8.5: which of two equal benefits (I)', [provision.funeralTies], always, ever],
  ['§9.1, §13.6: the ground of support teams (N)', [provision.escalation, provision.deathCompetence], always, ever],
  ['§9.5: 8,000 đồng a copy (K)', [provision.feeCopy], '2017-01-01', ever],
  [
    '§9.5: no fee for deletion and benefits (K)',
    [provision.feeResidenceDeletion, provision.feeBenefit],
    '2021-07-01',
    ever,
  ],
  ['§12.1: working hours (N)', [provision.deskHours], always, ever],
  ['§12.2: Tết and the swapped day of 2025 (K, S2)', [specialDays], '2025-01-27', '2025-01-31'],
  ['§12.2: the swapped day of May 2025 (K, S2)', [specialDays], '2025-05-02', '2025-05-02'],
  ['§12.2, §13.8: Tết 2027 (N, then S2)', [specialDays], '2027-02-04', '2027-02-10'],
  ['§12.2, §13.8: the second day of National Day 2027 (N)', [specialDays], '2027-09-03', '2027-09-03'],
  ['§13.1: the list of article 11 (N)', [provision.benefitPapers], '2024-07-01', ever],
  ['§13.1: articles 13–15 on results (N)', [provision.resultDelivery], '2023-07-10', ever],
  ['§13.1: the new form 02 (N)', [provision.deathDeclarationForm], '2026-09-01', ever],
  ['§13.2: withdrawal (N)', [provision.withdrawal], always, ever],
  ['§13.2: when a file may be stopped (N)', [provision.stopNotice], '2025-07-01', ever],
  [
    '§13.5: the text of decree 335/2026, and whether its funeral amounts reach back (N)',
    [
      provision.funeralSocialPension,
      provision.funeralSocialProtection,
      provision.funeralDisaster,
      provision.funeralUnclaimedBody,
      provision.funeralSocialFacility,
      provision.socialStandard,
      provision.benefitTopUp,
    ],
    '2026-07-01',
    ever,
  ],
  [
    'addendum 2025–2027 §3: declaring a death under the law of 2026 (N)',
    [provision.limitDeclaringDeath],
    '2027-03-01',
    ever,
  ],
  ['addendum 2025–2027 §1: how far “any commune” reaches (N)', [provision.deathCompetentCommune], '2027-03-01', ever],
  [
    'addendum 2025–2027 §1: what follows decree 147/2025 (N)',
    [provision.limitFuneralSocial, provision.allowanceStops, provision.allowanceEnds],
    '2027-03-01',
    ever,
  ],
  [
    'not found for the law of 2026, taken to go on',
    [
      provision.deathEvidence,
      provision.deathDeclarants,
      provision.deathEntry,
      provision.deathLock,
      provision.deathFeeDuty,
      provision.deathExtractForm,
      provision.deathCutOff,
      provision.limitDeath,
      provision.limitExtractCopies,
      provision.feeDeathOnTime,
      provision.feeDeathLate,
    ],
    '2027-03-01',
    ever,
  ],
];

describe('what is not certain about a death', () => {
  it.each(items)('%s', (_, parameters, from, to) => {
    for (const parameter of parameters) {
      const rows = parameter.rows.filter((row) => row.from <= to && (row.to === undefined || row.to >= from));
      expect(book.named(parameter.name)?.rows, parameter.name).toEqual(parameter.rows);
      expect(rows.length, parameter.name).toBeGreaterThan(0);
      expect(rows.filter(({ confidence }) => confidence === 'official').map(({ id }) => id)).toEqual([]);
    }
  });

  it('is said in a note wherever a row is inferred from a text of the death group', () => {
    const own = Object.values(provision).filter(({ name }) =>
      /^(death|benefit|payment|survivor|funeral)[.-]/.test(name),
    );
    const silent = own.flatMap(({ rows }) => rows.filter((row) => row.confidence === 'inferred' && !row.note));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('ends where the sources are the text itself', () => {
    const on = (written: string) => book.at({ on: day(written), knownOn: day('2027-03-01') });
    expect(on('2025-07-01').row(provision.limitFuneralInsurance)?.confidence).toBe('official');
    expect(on('2025-07-01').row(provision.survivorRelatives)?.confidence).toBe('official');
    expect(on('2026-03-15').row(provision.limitResidenceDeletion)?.confidence).toBe('official');
  });
});
