import { describe, expect, it } from 'vitest';
import { day } from '../../values/plain-date.js';
import { lawBook } from '../book.js';
import type { Parameter } from '../dated.js';
import * as provision from '../provision.js';
import type { Limit } from './time-limits.js';

const book = lawBook();

/** A limit as people say it, on a day known that day. */
const said = (limit: Parameter<Limit>, on: string): string => {
  const value = book.at({ on: day(on), knownOn: day(on) }).row(limit)?.value;
  if (!value) return 'no row';
  return value.unit === 'unset'
    ? 'unset'
    : [value.n, ...('verified' in value ? [value.verified] : []), value.unit].join(' ');
};

describe('time limits (thời hạn giải quyết)', () => {
  it.each<[string, Parameter<Limit>, string, string]>([
    ['T1 data of a notification', provision.limitBirthNotice, '2024-08-01', '4 working-hours'],
    ['T1 after decree 301', provision.limitBirthNotice, '2026-10-01', '4 working-hours'],
    ['T2 declaring a birth', provision.limitDeclaringBirth, '2023-07-20', '60 calendar-days'],
    ['T2 under the new law', provision.limitDeclaringBirth, '2027-03-01', 'unset'],
    ['T3 before the group', provision.limitBirth, '2020-05-05', '0 working-days'],
    ['T3 in the first year', provision.limitBirth, '2023-07-20', '0 working-days'],
    ['T3 under decree 63', provision.limitBirth, '2024-07-01', '0 working-days'],
    ['T3 under decree 301', provision.limitBirth, '2026-09-01', '24 hours'],
    ['T5 completing a dossier', provision.supplementTime, '2024-07-01', '7 working-days'],
    ['T6 in the first year', provision.limitResidence, '2023-07-20', '2 5 working-days'],
    ['T6 under decree 63', provision.limitResidence, '2024-07-01', '2 5 working-days'],
    ['T6 under decree 301', provision.limitResidence, '2026-09-01', '2 5 working-days'],
    ['T7 card', provision.limitCard, '2024-07-01', '2 working-days'],
    ['T7 refusing a card', provision.limitCardRejection, '2024-07-01', '1 working-days'],
    ['T8 on paper', provision.limitWhole, '2020-05-05', '20 working-days'],
    ['T8 in the first year', provision.limitWhole, '2024-06-30', '4 6 working-days'],
    ['T8 under decree 63', provision.limitWhole, '2024-07-01', '3 5 working-days'],
    ['T8 under decree 301', provision.limitWhole, '2026-09-01', 'unset'],
    ['T9 declaring residence', provision.limitDeclaringResidence, '2025-01-10', '60 calendar-days'],
    ['T9 before decree 154', provision.limitDeclaringResidence, '2025-01-09', 'no row'],
    ['T10 correction', provision.limitCorrection, '2024-07-01', '3 6 working-days'],
    ['T11 residence alone', provision.limitResidenceAlone, '2024-07-01', '7 working-days'],
    ['T12 default', provision.limitDefault, '2027-03-01', '24 hours'],
    ['identity card in the group', provision.limitIdentityCard, '2026-09-01', '5 working-days'],
    ['identity card before it joined', provision.limitIdentityCard, '2026-08-31', 'no row'],
    ['identity card alone', provision.limitIdentityCardAlone, '2024-07-01', '7 working-days'],
  ])('%s', (_, limit, on, expected) => {
    expect(said(limit, on)).toBe(expected);
  });

  it('say whose duty they are where it is not an agency’s', () => {
    const bearers = book.at({ on: day('2024-07-01'), knownOn: day('2024-07-01') }).row(provision.dutyBearers)?.value;
    expect(bearers?.[provision.limitDeclaringBirth.name]).toBe('citizen');
    expect(bearers?.[provision.limitDeclaringResidence.name]).toBe('citizen');
    expect(bearers?.[provision.limitBirthNotice.name]).toBe('hospital');
    for (const name of Object.keys(bearers ?? {})) expect(book.named(name)).toBeDefined();
  });
});
