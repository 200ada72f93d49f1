import { describe, expect, it } from 'vitest';
import { day } from '../../values/plain-date.js';
import { lawBook } from '../book.js';
import type { Parameter } from '../dated.js';
import * as provision from '../provision.js';
import { deathRulebooks, deathRulebooksInForce } from './death-rulebooks.js';
import type { Chain } from './death-time-limits.js';
import type { Fee } from './fees.js';
import { funeralClasses } from './funeral.js';
import type { Limit } from './time-limits.js';

const book = lawBook();

const rowOn = <V>(parameter: Parameter<V>, on: string) => book.at({ on: day(on), knownOn: day(on) }).row(parameter);

const figure = (limit: Limit): string => (limit.unit === 'unset' ? 'unset' : `${limit.n} ${limit.unit}`);

/** A limit as people say it, and how sure it is, on a day known that day. */
const said = (limit: Parameter<Limit>, on: string): string => {
  const row = rowOn(limit, on);
  return row ? `${figure(row.value)}, ${row.confidence}` : 'no row';
};

const chain = (limit: Parameter<Chain>, on: string): string =>
  rowOn(limit, on)
    ?.value.map(({ by, limit: each }) => `${by} ${figure(each)}`)
    .join(', ') ?? 'no row';

describe('time limits around a death', () => {
  it.each<[string, Parameter<Limit>, string, string]>([
    ['T1 declaring a death', provision.limitDeclaringDeath, '2024-07-01', '15 calendar-days, official'],
    ['T1 under the new law', provision.limitDeclaringDeath, '2027-03-01', 'unset, inferred'],
    ['T2 data of a notice', provision.limitDeathNotice, '2024-07-01', '4 working-hours, secondary'],
    ['T3 registration', provision.limitDeath, '2023-07-10', '0 working-days, official'],
    ['T3 under the new law', provision.limitDeath, '2027-03-01', '24 hours, inferred'],
    ['T4 consent of the relatives', provision.limitRelativesConsent, '2024-07-01', '5 working-days, official'],
    ['T4 before survivor benefits joined', provision.limitRelativesConsent, '2024-06-30', 'no row'],
    ['T5a deletion', provision.limitResidenceDeletion, '2025-01-09', '5 working-days, inferred'],
    ['T5a under decree 154', provision.limitResidenceDeletion, '2026-03-14', '5 working-days, inferred'],
    ['T5b by the police themselves', provision.limitResidenceDeletion, '2026-03-15', '1 working-days, official'],
    ['T9 in the first year', provision.limitDeathWhole, '2023-07-10', 'unset, inferred'],
    ['T9 the whole bundle', provision.limitDeathWhole, '2024-07-01', 'unset, inferred'],
    ['T10 copies', provision.limitExtractCopies, '2024-07-01', '0 working-days, official'],
    ['T10 under the new law', provision.limitExtractCopies, '2027-03-01', '24 hours, inferred'],
    ['T11 in the first year', provision.limitDeathSupplement, '2023-07-10', 'unset, inferred'],
    ['T11 supplements', provision.limitDeathSupplement, '2024-07-01', 'unset, inferred'],
    ['filing with social insurance', provision.limitInsuranceFiling, '2025-07-01', '90 calendar-days, official'],
    ['the employer forwards', provision.limitEmployerForwarding, '2025-07-01', '30 calendar-days, official'],
  ])('%s', (_, limit, on, expected) => {
    expect(said(limit, on)).toBe(expected);
  });

  it.each<[string, Parameter<Chain>, string, string]>([
    [
      'T6 social protection',
      provision.limitFuneralSocial,
      '2025-06-30',
      'commune 2 working-days, district 3 working-days',
    ],
    ['T6 in two tiers', provision.limitFuneralSocial, '2025-07-01', 'commune 3 working-days'],
    ['T6 once decree 147 has ended', provision.limitFuneralSocial, '2027-03-01', 'commune unset'],
    [
      'T7 merit',
      provision.limitFuneralMerit,
      '2025-06-30',
      'commune 5 working-days, district 7 working-days, province 12 calendar-days',
    ],
    ['T7 in two tiers', provision.limitFuneralMerit, '2025-07-01', 'commune 5 working-days, province 12 calendar-days'],
    ['T7 before decree 131', provision.limitFuneralMerit, '2022-02-14', 'no row'],
    ['T8 social insurance', provision.limitFuneralInsurance, '2025-06-30', 'social-insurance 15 calendar-days'],
    ['T8 under the new law', provision.limitFuneralInsurance, '2025-07-01', 'social-insurance 10 working-days'],
  ])('%s', (_, limit, on, expected) => {
    expect(chain(limit, on)).toBe(expected);
  });

  it('say whose duty they are where it is not an agency’s', () => {
    expect(rowOn(provision.deathDutyBearers, '2026-01-01')?.value).toEqual({
      [provision.limitDeclaringDeath.name]: 'citizen',
      [provision.limitDeathNotice.name]: 'hospital',
      [provision.limitRelativesConsent.name]: 'citizen',
      [provision.limitDeathSupplement.name]: 'citizen',
      [provision.limitInsuranceFiling.name]: 'citizen',
      [provision.limitEmployerForwarding.name]: 'employer',
    });
  });
});

describe('the death group', () => {
  it('has no survivor leg before July 2024 (R24)', () => {
    const legs = (on: string) => rowOn(provision.deathBundles, on)?.value.map((bundle) => bundle.length);
    const offered = (on: string) => new Set(rowOn(provision.deathBundles, on)?.value.flat());
    expect(legs('2022-12-01')).toEqual([2, 3]);
    expect(legs('2024-06-30')).toEqual([2, 3]);
    expect(legs('2024-07-01')).toEqual([2, 3, 4]);
    expect(offered('2024-06-30').has('survivor')).toBe(false);
    expect([...offered('2024-07-01')]).toEqual(['death', 'residence', 'funeral', 'survivor']);
  });

  it('forks once the extract exists', () => {
    for (const on of ['2023-07-10', '2024-07-01'])
      expect(rowOn(provision.deathLegOrder, on)?.value).toEqual({
        residence: ['death'],
        funeral: ['death'],
        survivor: ['death'],
      });
  });

  it('has its cut-off at 15:00, which is still today', () => {
    for (const on of ['2023-07-10', '2027-03-01'])
      expect(rowOn(provision.deathCutOff, on)?.value).toEqual({ at: '15:00', exactlyThen: 'same-day' });
  });

  it.each([
    ['2023-07-10', '1.011537'],
    ['2024-07-01', '2.002622'],
    ['2026-09-01', '2.002913'],
  ])('has from %s the code %s', (on, code) => {
    expect(rowOn(provision.deathProcedureCode, on)?.value).toBe(code);
  });

  it('has its own rulebooks, one main line and what lies beside it', () => {
    const inForce = (on: string) => deathRulebooksInForce(book.at({ on: day(on), knownOn: day(on) }));
    expect(inForce('2018-12-31')).toEqual([]);
    expect(inForce('2026-12-31')).toEqual([
      'BHXH-2025-07',
      'MERIT-2025-07',
      'SOC-2025-07',
      'SIG-2025-08',
      'RES-2026-03',
      'RATE-2026-07',
      'FEE-2026-08',
      'G2-2026-09',
    ]);
    for (const each of deathRulebooks) expect(book.named(each.name)?.rows).toEqual(each.rows);
  });

  it.each<[string, Parameter<Fee>, string, number | null | undefined]>([
    ['in time', provision.feeDeathOnTime, '2024-07-01', 0],
    ['in time under the new law', provision.feeDeathOnTime, '2027-03-01', 0],
    ['late', provision.feeDeathLate, '2024-07-01', null],
    ['late under the new law', provision.feeDeathLate, '2027-03-01', null],
    ['deleting a residence', provision.feeResidenceDeletion, '2024-07-01', 0],
    ['deciding a benefit', provision.feeBenefit, '2024-07-01', 0],
  ])('costs, %s', (_, fee, on, dong) => {
    expect(rowOn(fee, on)?.value.dong).toBe(dong);
  });

  it('knows who pays each class', () => {
    const payers = rowOn(provision.funeralPayers, '2025-01-01')?.value;
    expect(funeralClasses.map((each) => payers?.[each])).toEqual([
      'social-insurance',
      'merit',
      'merit',
      'social-protection',
      'social-protection',
      'social-protection',
      'social-protection',
    ]);
  });

  it('deletes a residence on the household’s word until March 2026, then by itself', () => {
    const begins = (on: string) => rowOn(provision.deletionBegins, on)?.value;
    expect([begins('2025-01-09'), begins('2026-03-14'), begins('2026-03-15')]).toEqual([
      'household',
      'household',
      'agency',
    ]);
    expect(rowOn(provision.deletionUpdates, '2026-03-15')?.value).toEqual(['residence', 'population']);
    expect(rowOn(provision.deletionUpdates, '2025-01-09')?.value).toEqual(['residence']);
    expect(rowOn(provision.deletionUpdates, '2026-03-14')?.value).toEqual(['residence']);
    expect(rowOn(provision.deletionCompletesRecord, '2026-03-15')?.value).toBe(true);
    expect(rowOn(provision.deletionGround, '2026-03-15')?.value).toBe(true);
  });

  it('pays by monthly lists, and stops allowances the month after the death', () => {
    expect(rowOn(provision.meritPaymentList, '2024-07-01')?.value).toEqual({ listedBy: 25, settledBy: 20 });
    expect(rowOn(provision.socialPaymentList, '2024-07-01')?.value).toEqual({ listedBy: 25 });
    for (const on of ['2025-07-01', '2027-03-01'])
      expect(rowOn(provision.allowanceStops, on)?.value).toBe('month-after-death');
  });
});

describe('what is not known of the death group', () => {
  it.each<[string, Parameter<unknown>, string]>([
    ['the days behind “6 to 18”', provision.limitDeathWhole, '2025-01-01'],
    ['the citizen’s deadline to supplement', provision.limitDeathSupplement, '2025-01-01'],
    ['two-tier limits of social funerals', provision.limitFuneralSocial, '2025-07-01'],
    ['two-tier limits of merit funerals', provision.limitFuneralMerit, '2025-07-01'],
    ['thresholds of the voluntary scheme', provision.funeralVoluntaryMonths, '2025-07-01'],
    ['ages of relatives before the law of 2024', provision.survivorRelatives, '2025-06-30'],
    ['means of relatives', provision.survivorMeans, '2025-07-01'],
    ['the lump sum after a pensioner', provision.lumpSumOfPension, '2025-07-01'],
    ['whether funeral amounts of decree 335 reach back', provision.funeralSocialProtection, '2026-07-01'],
    ['whether support after a disaster is paid in addition', provision.funeralCombining, '2026-07-01'],
    ['which of two equal benefits is paid', provision.funeralTies, '2026-07-01'],
    ['the base salary of 2019', provision.baseSalary, '2019-07-01'],
    ['deletion before 2026', provision.limitResidenceDeletion, '2025-01-09'],
    ['declaration periods of the new law', provision.limitDeclaringDeath, '2027-03-01'],
    ['whether kept time is asked for in the bundle', provision.funeralInBundle, '2025-01-01'],
  ])('%s: inferred, never certain', (_, parameter, on) => {
    expect(book.at({ on: day(on), knownOn: day('2027-03-01') }).row(parameter)?.confidence).toBe('inferred');
  });
});
