import { anyDeathEventOf, deathCommandTypes, deathEventTypes } from '@lienthong/testing';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../kernel/index.js';
import { day } from '../../values/plain-date.js';
import { knowsInVietnamese, tellsEverything } from '../harness/telling.js';
import type { DeathCommand } from './commands.js';
import { deathDeclarationProblems } from './declaration.schema.js';
import type { DeathEvent } from './events.js';
import { sayOfDeath } from './messages.js';
import type { DeathReason } from './reasons.js';
import { obstacles } from './words/refusals.js';

const citation = {
  act: '60/2014/QH13',
  article: '34',
  clause: '1',
  inForceFrom: day('2016-01-01'),
  confidence: 'official',
} as const;
const refused = (reason: DeathReason, more: Partial<Refusal<DeathReason>> = {}): Refusal<DeathReason> => ({
  reason,
  citations: [citation],
  facts: {},
  remedy: null,
  ...more,
});

describe('telling a refusal', () => {
  it('says what is in the way, what opens it, and on which text it rests', () => {
    const refusal = refused('EndorsementMissing', {
      remedy: { kind: 'command', command: 'EndorseBenefit', by: 'commune-leader' },
    });
    expect(sayOfDeath('vi').refusal(refusal)).toContain('Căn cứ: khoản 1 Điều 34 Luật 60/2014/QH13.');
    expect(sayOfDeath('en').refusal(refusal)).toContain('On the ground of: Law 60/2014/QH13, art. 34 cl. 1.');
  });
  it('offers the legs the family may choose, by their names', () => {
    const refusal = refused('LegsNotOnOffer', {
      remedy: { kind: 'change', at: 'declaration.legs', to: ['death', 'residence', 'funeral'] },
    });
    expect(sayOfDeath('vi').refusal(refusal)).toMatch(/đăng ký khai tử.*mai táng/u);
    expect(sayOfDeath('en').refusal(refusal)).toMatch(/death.*funeral/u);
  });
  it('sends a death with a foreign element to its desk in the reader’s language', () => {
    const refusal = refused('OutOfScope', {
      elsewhere: {
        procedure: 'Death registration with a foreign element',
        desk: 'People’s Committee of the commune',
      },
    });
    expect(sayOfDeath('vi').refusal(refusal)).toContain(
      'Đăng ký khai tử có yếu tố nước ngoài, tại Ủy ban nhân dân cấp xã',
    );
  });
});

describe('telling the timeline', () => {
  it('names the papers that a payer asks for', () => {
    const asked: DeathEvent = {
      type: 'SupplementRequested',
      leg: 'funeral',
      items: ['papers-of-the-class', 'household.head', 'deceased.name'],
      cause: 'incomplete',
      round: 1,
      until: null,
      breach: false,
    };
    expect(sayOfDeath('vi').event(asked)).toMatch(/giấy tờ chứng minh đối tượng, chủ hộ, Họ, chữ đệm và tên/u);
    expect(sayOfDeath('en').event(asked)).toMatch(/the papers of the class, the head of the household, Name/u);
  });
  it('writes money and days as people do', () => {
    const paid: DeathEvent = {
      type: 'BenefitPaid',
      benefit: 'funeral',
      amount: 23_400_000,
      channel: 'bank',
      paidOn: day('2025-09-05'),
    };
    expect(sayOfDeath('vi').event(paid)).toMatch(/23\.400\.000.*05\/09\/2025/u);
    expect(sayOfDeath('en').event(paid)).toMatch(/23\.400\.000.*2025-09-05/u);
  });
});

describe('telling what is wrong with a form', () => {
  it('names the field as the form does', () => {
    const wrong = { at: 'death.diedOn', expected: 'a day that exists in the calendar' };
    expect(sayOfDeath('vi').malformed(wrong)).toMatch(/^[^(]+ \(death\.diedOn\) cần là: ngày có thật trong lịch\.$/u);
    const listed = { at: 'benefit.classes.0', expected: 'text' };
    expect(sayOfDeath('en').malformed(listed)).toMatch(/^\p{Lu}[^(.]+ \(benefit\.classes\.0\) should be: text\.$/u);
  });
  knowsInVietnamese(
    deathDeclarationProblems,
    [
      'applicant',
      'choices',
      'deceased',
      'death',
      'evidence',
      'benefit',
      'allowances',
      'survivors',
      'payee',
      'commitment',
    ],
    [
      'name',
      'given',
      'diedOn',
      'precision',
      'kind',
      'code',
      'legs',
      'copies',
      'classes',
      'relatives',
      'channel',
      'account',
      'sex',
    ],
  );
});

tellsEverything<DeathCommand, DeathEvent, DeathReason>({
  say: sayOfDeath,
  events: deathEventTypes,
  anyOf: anyDeathEventOf,
  commands: deathCommandTypes,
  obstacles,
  duties: ['civil-status', 'residence', 'funeral', 'survivor', 'group', 'citizen'],
});
