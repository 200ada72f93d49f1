/** What somebody may do without regard to how the case stands: any command, about anything that exists in it or does not. */
import { addDays, dayOf, type Instant } from '@lienthong/core';
import type { BirthCase, BirthCommand } from '@lienthong/core/birth-case';
import type { LawBook } from '@lienthong/core/law';
import type { Dice } from '../dice.js';
import { answerTo } from './answers.js';
import { filing } from './declarations.js';
import { type DataOf, type Move, move } from './move.js';

type Setting = Readonly<{ book: LawBook; birth: BirthCase; now: Instant; dice: Dice }>;

const anyLeg = ['birth', 'residence', 'card', 'identity-card'] as const;
const anyConsenter = ['owner', 'household-head', 'parent'] as const;

const orders: { readonly [T in BirthCommand['type']]: (setting: Setting) => DataOf<T> } = {
  Apply: ({ book, now, dice }) => filing(book, dayOf(now), dice, dice.chance(50)),
  AttachBirthNotice: ({ dice }) => ({ code: '00013.GCS.40001', signed: dice.chance(50) }),
  RecordFee: () => ({ amount: 5_000, purpose: 'late' }),
  WithdrawLeg: ({ dice }) => ({ leg: dice.pick(anyLeg) }),
  WithdrawCase: () => ({}),
  RecordMissedDeadline: ({ birth, now, dice }) => ({
    deadline: dice.pick(['whole', ...birth.application.missed]),
    dueOn: dayOf(now),
    duty: 'group',
  }),
  ReviseDeadline: ({ now }) => ({
    span: 'birth',
    from: dayOf(now),
    to: addDays(dayOf(now), 1),
    cause: 'calendar-changed',
  }),
  SendApology: ({ now, dice }) => ({
    span: dice.pick(['whole', 'birth', 'card']),
    cause: 'late',
    newDate: addDays(dayOf(now), 2),
  }),
  DeliverResult: ({ dice }) => ({ leg: dice.pick(anyLeg), channel: 'desk' }),
  Escalate: ({ dice }) => ({ about: dice.pick(['case', 'whole']), cause: 'asked' }),
  GiveGuidance: ({ dice }) => ({ about: dice.pick(['case', 'nothing']), guidance: 'wait' }),
  ResolveEscalation: ({ dice }) => ({ about: dice.pick(['case', 'nothing']), resolution: 'settled' }),
  TakeUp: ({ dice }) => ({ about: dice.pick(['case', 'nothing']) }),
  HandBack: ({ dice }) => ({ about: dice.pick(['case', 'nothing']) }),
  RecordAlias: ({ dice }) => ({ system: 'portal', code: dice.pick(['G22.99.08-1', 'G22.99.08-2']) }),
  ReceiveDossier: ({ birth, dice }) => {
    const leg = dice.pick(anyLeg);
    const agency = dice.chance(70) ? (birth.application.declaration?.authorities[leg] ?? '') : '00001';
    return { leg, agency };
  },
  RequestSupplement: ({ dice }) => ({ leg: dice.pick(anyLeg), items: ['copy'], cause: 'incomplete' }),
  ProvideSupplement: ({ dice }) => ({ leg: dice.pick(anyLeg), items: ['copy'] }),
  RequestPersonalNumber: () => ({}),
  RecordPersonalNumberObstacle: () => ({ cause: 'NoAnswer' }),
  ReplacePersonalNumber: ({ dice }) => ({
    cause: dice.pick(['sex-changed', 'a-nicer-one']),
    index: 'number-8',
    personal: {},
  }),
  RegisterBirth: ({ birth, dice }) => ({ holder: dice.chance(50) ? (birth.application.caseId ?? '') : 'another-case' }),
  RefuseBirth: ({ dice }) => ({ cause: dice.pick(['SupplementOverdue', 'ContentConflict']) }),
  RegisterCorrection: ({ now }) => ({ fields: ['mother.name'], registeredOn: dayOf(now) }),
  DraftExtract: () => ({}),
  ConfirmExtract: () => ({}),
  ReturnExtract: () => ({ cause: 'wrong-data' }),
  SignExtract: () => ({}),
  SealExtract: () => ({}),
  TimestampExtract: () => ({}),
  RecordSigningFailure: () => ({ slot: 'leader', cause: 'token-lost', safe: true }),
  PublishExtract: () => ({}),
  IssueExtractOnPaper: () => ({}),
  RecallExtract: () => ({ cause: 'wrong-data' }),
  ForwardResidence: () => ({}),
  RecordConsent: ({ dice }) => ({ from: dice.pick(anyConsenter), mode: dice.pick(['form', 'by-telephone']) }),
  ExpireConsent: ({ dice }) => ({ from: dice.pick(anyConsenter) }),
  OpenVerification: () => ({ cause: 'conditions' }),
  DecideResidence: ({ now, dice }) =>
    dice.chance(50)
      ? { decision: 'register', entry: 'R-3', registeredOn: dayOf(now) }
      : { decision: 'refuse', cause: 'NoLawfulPlace' },
  ForwardCard: () => ({}),
  IssueCard: ({ now }) => ({ issuedOn: dayOf(now), personal: {} }),
  RejectCard: () => ({ items: ['form-01'] }),
  ReturnCardUpstream: () => ({ field: 'child.bornOn' }),
  ForwardIdentityCard: () => ({}),
  DecideIdentityCard: ({ now, dice }) =>
    dice.chance(50) ? { decision: 'issue', issuedOn: dayOf(now) } : { decision: 'refuse', cause: 'data' },
  ResyncStatus: (setting) => ({ request: anyRequest(setting) }),
  RecordRequestSent: (setting) => ({ request: anyRequest(setting), attempt: 1 }),
  RecordRequestAcknowledged: (setting) => ({
    request: anyRequest(setting),
    receivedAt: setting.now,
    reference: 'ref-2',
  }),
  RecordRequestDeferred: (setting) => ({ request: anyRequest(setting), until: setting.now, why: 'asked-to-wait' }),
  RecordRequestFailed: (setting) => ({ request: anyRequest(setting), why: 'timed-out' }),
  RecordRequestGivenUp: (setting) => ({ request: anyRequest(setting), why: 'unreachable', lookFor: 'ref-2' }),
  RecordProgress: (setting) => ({
    request: anyRequest(setting),
    step: 'verifying',
    reason: 'conditions',
    at: setting.now,
  }),
  RecordAnswer: (setting) =>
    answerTo(setting.birth, anyRequest(setting), setting.now, setting.dice).data as DataOf<'RecordAnswer'>,
};

const anyRequest = ({ birth, dice }: Setting): string => dice.pick(['issue-card#9', ...Object.keys(birth.requests)]);

const types = Object.keys(orders) as readonly BirthCommand['type'][];

export const strayMove = (setting: Setting): Move => {
  const type = setting.dice.pick(types);
  const data = (orders[type] as (setting: Setting) => DataOf<typeof type>)(setting);
  return move(type, data);
};
