import { anyBirthEventOf, birthCommandTypes, birthEventTypes } from '@lienthong/testing';
import { describe, expect, it } from 'vitest';
import type { Fault, OutcomeUnknown, Refusal } from '../../kernel/index.js';
import { day, type Instant } from '../../values/plain-date.js';
import { knowsInVietnamese, tellsEverything } from '../harness/telling.js';
import type { BirthCommand } from './commands.js';
import { declarationProblems } from './declaration.schema.js';
import type { BirthEvent } from './events.js';
import { say } from './messages.js';
import type { BirthReason } from './reasons.js';
import { obstacles } from './words/refusals.js';

const citation = {
  act: '60/2014/QH13',
  article: '16',
  clause: '1',
  inForceFrom: day('2016-01-01'),
  confidence: 'official',
} as const;
const refused = (reason: BirthReason, more: Partial<Refusal<BirthReason>> = {}): Refusal<BirthReason> => ({
  reason,
  citations: [citation],
  facts: {},
  remedy: null,
  ...more,
});

describe('telling a refusal', () => {
  it('says what is in the way, what opens it, and on which text it rests', () => {
    const refusal = refused('ProofOfBirthMissing', {
      remedy: { kind: 'change', at: 'declaration.proof', to: { kind: 'pledge' } },
    });
    expect(say('vi').refusal(refusal)).toBe(
      'Chưa có giấy tờ chứng minh việc sinh. Xin đổi mục “Chứng minh việc sinh” thành: giấy cam đoan. ' +
        'Căn cứ: khoản 1 Điều 16 Luật 60/2014/QH13.',
    );
    expect(say('en').refusal(refusal)).toBe(
      'There is no proof of the birth yet. Please change “Proof of birth” to: a written pledge. ' +
        'On the ground of: Law 60/2014/QH13, art. 16 cl. 1.',
    );
  });
  it('says who has to do what', () => {
    const refusal = refused('DossierNotReceived', {
      remedy: { kind: 'command', command: 'ReceiveDossier', by: 'onestop-receptionist' },
    });
    expect(say('vi').refusal(refusal)).toContain('Để tiếp tục, cán bộ tiếp nhận một cửa cần tiếp nhận hồ sơ.');
    expect(say('en').refusal(refusal)).toContain('To go on, the one-stop desk needs to take the file in.');
  });
  it('names the right procedure and desk in the reader’s language', () => {
    const refusal = refused('OutOfScope', {
      elsewhere: { procedure: 'Birth registration of an abandoned child', desk: 'People’s Committee of the commune' },
    });
    expect(say('vi').refusal(refusal)).toContain('Đăng ký khai sinh cho trẻ bị bỏ rơi, tại Ủy ban nhân dân cấp xã');
    expect(say('en').refusal(refusal)).toContain('Birth registration of an abandoned child');
  });
  it('says so when the text was inferred', () =>
    expect(
      say('vi').refusal(refused('CaseIsClosed', { citations: [{ ...citation, confidence: 'inferred' }] })),
    ).toContain('(suy luận)'));
});

describe('telling the timeline', () => {
  it('writes a day as people do', () =>
    expect(say('vi').event({ type: 'IdentityCardIssued', issuedOn: day('2026-09-10') })).toBe(
      'Đã cấp thẻ căn cước ngày 10/09/2026.',
    ));
  it('comforts where a later leg is refused', () =>
    expect(say('en').event({ type: 'ResidenceRefused', cause: 'ConsentMissing' })).toBe(
      'The residence was refused: a consent is missing. The birth stays registered.',
    ));
});

describe('telling a fault', () => {
  const at = '2024-08-29T08:20:00.000Z' as Instant;
  const faults: readonly (Fault | OutcomeUnknown)[] = [
    { kind: 'Conflict', stream: 's', expected: 'none', actual: 1 },
    { kind: 'IdReused', stream: 's', id: 'i' },
    { kind: 'BadInput', at: 'stream', expected: 'a name' },
    { kind: 'CommandIdReused', stream: 's', command: 'c' },
    { kind: 'Contended', stream: 's', tries: 8 },
    { kind: 'Stale', leg: 'birth', seen: 1, actual: 2 },
    { kind: 'ClockBehind', at, last: at },
    { kind: 'Unreadable', stream: 's', revision: 1, at: 'type', expected: 'a type' },
    { kind: 'Unavailable', system: 'sqlite', code: 'full', retry: false },
    { kind: 'OutcomeUnknown', system: 'sqlite' },
  ];
  for (const fault of faults) {
    it(`${fault.kind}: what happened, whether anything is lost, what to do`, () => {
      for (const language of ['vi', 'en'] as const) {
        for (const part of Object.values(say(language).fault(fault))) expect(part).toMatch(/^\p{Lu}.*\.$/u);
      }
    });
  }
});

describe('telling what is wrong with a form', () => {
  it('names the field as the form does', () => {
    const wrong = { at: 'child.bornOn', expected: 'a day that exists in the calendar' };
    expect(say('vi').malformed(wrong)).toBe('Ngày, tháng, năm sinh (child.bornOn) cần là: ngày có thật trong lịch.');
    expect(say('en').malformed(wrong)).toBe(
      'Date of birth (child.bornOn) should be: a day that exists in the calendar.',
    );
  });
  knowsInVietnamese(
    declarationProblems,
    ['applicant', 'choices', 'birthProof', 'child', 'mother', 'father', 'marriage', 'residence', 'card', 'commitment'],
    ['name', 'given', 'bornOn', 'kind', 'code', 'legs', 'copies', 'commune', 'personalNumber', 'at', 'email', 'sex'],
  );
});

tellsEverything<BirthCommand, BirthEvent, BirthReason>({
  say,
  events: birthEventTypes,
  anyOf: anyBirthEventOf,
  commands: birthCommandTypes,
  obstacles,
  duties: ['civil-status', 'residence', 'insurance', 'identity', 'group', 'citizen'],
});

describe('naming what people are and do', () => {
  it('says whose duty a deadline was', () => {
    expect(say('vi').duty('civil-status')).toBe('cơ quan đăng ký hộ tịch');
    expect(say('en').duty('citizen')).toBe('the applicant');
  });
});
