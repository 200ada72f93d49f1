import { addDays, atInVietnam, dayOf } from '@lienthong/core';
import { lawBook } from '@lienthong/core/law';
import { describe, expect, it } from 'vitest';
import { faultProfiles } from '../agencies/index.js';
import { random } from '../random.js';
import { filingsOf } from './filings.js';
import { ngheAn2023 } from './nghe-an-2023.js';

const law = lawBook();
const filed = (seed: number, births: number) =>
  filingsOf({ law, scenario: ngheAn2023, faults: faultProfiles.field }, random(seed), births);

describe('the families of July 2023', () => {
  it('are as many as the scenario says, within its days, in order', () => {
    const all = filed(1, 300);
    expect(all.filter(({ inScope }) => inScope)).toHaveLength(300);
    const { from, to } = ngheAn2023;
    expect(all.every(({ at }) => at >= atInVietnam(from) && at < atInVietnam(addDays(to, 1)))).toBe(true);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
  });

  it('begin in Tân Hương on the first day; Quang Trung ward has its files from its first day on', () => {
    const all = filed(2, ngheAn2023.births);
    expect(all[0]).toMatchObject({ commune: ngheAn2023.firstFiledIn });
    for (const [ward, { on, files }] of Object.entries(ngheAn2023.began)) {
      const own = all.filter(({ commune }) => commune === ward);
      expect(own).toHaveLength(files);
      expect(dayOf(own[0]?.at ?? ('' as never))).toBe(on);
    }
  });

  it('are the same for the same seed', () => {
    expect(filed(3, 20)).toEqual(filed(3, 20));
    expect(filed(3, 20)).not.toEqual(filed(4, 20));
  });

  it('declare births that lie before the filing, and never outside the scope but marked so', () => {
    for (const { at, received, inScope } of filed(5, 400)) {
      expect(received.declaration.bornOn < dayOf(at)).toBe(true);
      expect(received.declaration.speciality === null).toBe(inScope);
    }
  });
});
