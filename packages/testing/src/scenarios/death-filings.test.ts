import { dayOf } from '@lienthong/core';
import { lawBook } from '@lienthong/core/law';
import { describe, expect, it } from 'vitest';
import { type Faults, faultProfiles } from '../agencies/index.js';
import { random } from '../random.js';
import { deathFilingsOf } from './death-filings.js';
import { givesSomething } from './mourners.js';
import { ngheAn2023 } from './nghe-an-2023.js';
import { ngheAn2026 } from './nghe-an-2026.js';

const law = lawBook();
const { none, field } = faultProfiles;
const filed = (deaths: number, scenario = ngheAn2023, faults: Faults = field, seed = 1) =>
  deathFilingsOf({ law, scenario, faults }, random(seed), deaths);

describe('those who declare a death', () => {
  it('are as many as the scenario says, in order, and the same for the same seed', () => {
    const all = filed(127);
    expect(all.filter(({ inScope }) => inScope)).toHaveLength(127);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
    expect(filed(20)).toEqual(filed(20));
    expect(filed(20, ngheAn2023, field, 2)).not.toEqual(filed(20));
  });

  it('declare deaths that lie before the filing, of every standing, and ask for what the law gives', () => {
    const all = filed(127);
    for (const { at, received } of all) {
      expect(received.declaration.diedOn < dayOf(at)).toBe(true);
      expect(givesSomething(law, received, at)).toBe(true);
    }
    const classes = new Set(all.flatMap(({ received }) => received.declaration.funeral?.classes ?? []));
    expect(classes).toEqual(new Set(['social-insurance', 'merit', 'veteran', 'social-protection']));
    const insured = new Set(all.map(({ received }) => received.declaration.funeral?.classFacts.insured?.status));
    expect([...insured]).toEqual(expect.arrayContaining(['pensioner', 'insured-voluntary', 'insured-active']));
  });

  it('choose two or three procedures in 2023, and up to four in 2026', () => {
    const sizes = (scenario: typeof ngheAn2023): ReadonlySet<number> =>
      new Set(filed(150, scenario).map(({ received }) => received.declaration.legs.length));
    expect(sizes(ngheAn2023)).toEqual(new Set([2, 3]));
    expect(sizes(ngheAn2026)).toEqual(new Set([2, 3, 4]));
  });

  it('stand in the register with those they lived with, unless the register missed them (D10)', () => {
    const dead = (faults: Faults): number =>
      filed(60, ngheAn2023, faults).filter(({ household }) => household.members.some((one) => one.dead)).length;
    expect(dead(none)).toBeGreaterThan(50);
    expect(dead({ ...none, D10: { notRegistered: 1, recordIncomplete: 0 } })).toBe(0);
  });

  it('are one death under two applications where it was filed twice (D14)', () => {
    const all = filed(40, ngheAn2023, { ...none, D14: { filedForThem: 0, filedTwice: 0.5 } });
    const claims = all.map(({ received }) => received.claimPreimage);
    expect(new Set(claims).size).toBeLessThan(claims.length);
    const twice = all.filter(({ received }, index) => claims.indexOf(received.claimPreimage) !== index);
    expect(twice.every(({ helpedAt }) => helpedAt !== undefined)).toBe(true);
  });
});
