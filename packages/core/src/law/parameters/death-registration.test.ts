import { describe, expect, it } from 'vitest';
import { day } from '../../values/plain-date.js';
import { lawBook } from '../book.js';
import type { Parameter } from '../dated.js';
import * as provision from '../provision.js';

const book = lawBook();

/** As known on that very day. */
const valueOn = <V>(parameter: Parameter<V>, on: string) =>
  book.at({ on: day(on), knownOn: day(on) }).row(parameter)?.value;

const beforeTheLawOf2026 = '2027-02-28';
const underTheLawOf2026 = '2027-03-01';

describe('registering a death', () => {
  it('takes the notice or its substitute, and old papers only for a death long past', () => {
    for (const on of ['2023-07-10', beforeTheLawOf2026, underTheLawOf2026]) {
      const evidence = valueOn(provision.deathEvidence, on);
      expect(evidence?.kinds).toContain('notice');
      expect(evidence?.kinds).not.toContain('old-papers');
      expect(evidence?.longPast).toEqual([...(evidence?.kinds ?? []), 'old-papers']);
    }
  });

  it('is asked for by the family, else an agency, and by the officer where there is nobody', () => {
    for (const on of ['2023-07-10', underTheLawOf2026])
      expect(valueOn(provision.deathDeclarants, on)).toEqual([
        'spouse',
        'child',
        'parent',
        'relative',
        'agency',
        'authorised',
        'officer',
      ]);
  });

  it('belongs to the last residence until March 2027, while every desk helps from July 2025', () => {
    expect(valueOn(provision.deathCompetentCommune, beforeTheLawOf2026)).toEqual({ scope: 'residence' });
    expect(valueOn(provision.deathCompetentCommune, underTheLawOf2026)).toEqual({
      scope: 'anywhere',
      within: 'nation',
    });
    expect(
      ['2025-06-30', '2025-07-01', beforeTheLawOf2026, underTheLawOf2026].map((on) =>
        valueOn(provision.deathHelpAnywhere, on),
      ),
    ).toEqual([undefined, true, true, undefined]);
  });

  it('with a foreign element is another procedure, at the district until June 2025', () => {
    const desk = (on: string) => valueOn(provision.deathOutOfScopeForeign, on)?.desk.en;
    expect([desk('2025-06-30'), desk('2025-07-01')]).toEqual([
      'People’s Committee of the district',
      'People’s Committee of the commune',
    ]);
    for (const on of ['2023-07-10', '2025-07-01'])
      expect(valueOn(provision.deathScope, on)).toEqual({ outside: ['foreign-element'] });
  });

  it('gives an extract, from March 2027 a certificate', () => {
    expect(valueOn(provision.deathExtractForm, beforeTheLawOf2026)).toEqual({ form: 'death-extract' });
    expect(valueOn(provision.deathExtractForm, underTheLawOf2026)).toEqual({ form: 'death-certificate' });
  });

  it('enters, locks, and is signed by another than the drafter, before and after', () => {
    for (const each of [provision.deathEntry, provision.deathLock, provision.deathDrafterIsNotSigner])
      for (const on of [beforeTheLawOf2026, underTheLawOf2026]) expect(valueOn(each, on)).toBe(true);
  });

  it('waits for a fee that is due, but not of those exempt', () => {
    for (const on of ['2023-07-10', underTheLawOf2026])
      expect(valueOn(provision.deathFeeDuty, on)).toEqual({
        dueBefore: 'registration',
        exempt: ['poor', 'disabled', 'merit-family'],
      });
  });
});

describe('the notice of a death (giấy báo tử)', () => {
  it.each([
    ['2021-02-28', undefined],
    ['2021-03-01', 'annex-I'],
    ['2025-06-30', 'annex-I'],
    ['2025-07-01', '05'],
  ])('issued on %s has form %s', (on, form) => {
    expect(valueOn(provision.deathNoticeForm, on)?.form).toBe(form);
  });

  it('is the facility’s to issue, whatever the year', () => {
    for (const on of ['2023-07-10', '2024-07-01', '2026-09-01']) expect(valueOn(provision.deathNotice, on)).toBe(true);
  });
});

describe('an application of the death group', () => {
  it('is form 02, filed at the desk, on the portal, then also in VNeID', () => {
    for (const on of ['2023-07-10', '2024-07-01', '2026-09-01'])
      expect(valueOn(provision.deathDeclarationForm, on)).toEqual({ form: '02' });
    expect(['2023-07-09', '2023-07-10', '2024-07-01'].map((on) => valueOn(provision.deathFilingChannels, on))).toEqual([
      ['desk'],
      ['national-portal'],
      ['national-portal', 'vneid'],
    ]);
  });

  it('keeps its authorities through a supplement, and may be stopped in writing from July 2025', () => {
    for (const on of ['2023-07-10', '2024-07-01'])
      expect(valueOn(provision.deathSupplementFields, on)).toEqual(['authorities']);
    expect(valueOn(provision.stopNotice, '2025-06-30')).toBeUndefined();
    expect(valueOn(provision.stopNotice, '2025-07-01')).toBe(true);
  });

  it('has offices of its own for whoever decides on money, and those of every case', () => {
    for (const on of ['2023-07-10', underTheLawOf2026]) {
      const offices = valueOn(provision.deathCompetence, on);
      expect(offices?.benefit).toEqual(['insurance-officer', 'social-officer', 'merit-officer']);
      expect(offices?.endorse).toEqual(['commune-leader', 'social-officer', 'merit-officer']);
      expect(offices?.['ask-supplement']).toEqual(offices?.stop);
      for (const act of ['draft', 'sign', 'seal', 'deliver', 'escalate', 'keep-time'])
        expect(offices?.[act]).toEqual(valueOn(provision.competence, on)?.[act]);
    }
  });
});

describe('the way of a benefit', () => {
  it.each([
    ['routed by payer', provision.benefitRouting, '2023-07-10'],
    ['endorsed by the commune', provision.benefitEndorsement, '2021-07-01'],
    ['one for one death', provision.oneFuneralBenefit, '2021-07-01'],
    ['paid to whoever takes care of the funeral', provision.funeralOrganiser, '2016-01-01'],
    ['decided in writing', provision.benefitDecision, '2016-01-01'],
    ['paid out by itself', provision.benefitPaid, '2021-07-01'],
  ])('%s, to this day', (_, parameter, from) => {
    for (const on of [from, '2023-07-10', '2025-06-30', '2025-07-01', underTheLawOf2026])
      if (on >= from) expect(valueOn(parameter, on), on).toBe(true);
  });

  it('tops up only once the decree is known', () => {
    const on = (diedOn: string, knownOn: string) =>
      book.at({ on: day(diedOn), knownOn: day(knownOn) }).row(provision.benefitTopUp)?.value;
    expect([on('2026-07-10', '2026-10-04'), on('2026-06-30', '2026-10-05'), on('2026-07-10', '2026-10-05')]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it('knows the payer of each class also before decree 63/2024 was known', () => {
    expect(valueOn(provision.funeralPayers, '2023-07-10')).toEqual(valueOn(provision.funeralPayers, '2024-07-01'));
  });

  it('lets relatives choose one representative from July 2024, on paper once the time is over', () => {
    expect(valueOn(provision.survivorConsent, '2024-06-30')).toBeUndefined();
    expect(valueOn(provision.survivorConsent, '2024-07-01')).toEqual({
      modes: ['vneid', 'e-statement'],
      afterExpiry: ['e-statement', 'paper'],
      form: '09-HSB',
    });
  });

  it('ends what the deceased drew with the month of death', () => {
    for (const on of ['2023-07-10', '2025-07-01', underTheLawOf2026])
      expect(valueOn(provision.allowanceEnds, on)).toEqual({
        merit: 'month-after-death',
        social: 'month-after-death',
        pension: 'month-after-death',
      });
  });

  it('asks for the papers of the payer, and for the social pension of no decision made in life', () => {
    const papers = valueOn(provision.benefitPapers, '2024-07-01');
    expect(papers?.funeral).toEqual(['declaration', 'death-extract']);
    expect(papers?.['lump-sum']).toContain('relatives-consent');
    expect(
      ['2025-06-30', '2025-07-01', '2026-10-05'].map((on) => valueOn(provision.socialPensionApplicants, on)),
    ).toEqual([undefined, true, true]);
  });
});
