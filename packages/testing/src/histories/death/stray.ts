/** What somebody may do without regard to how the case stands: any command, about anything that exists in it or does not. */
import { addDays, dayOf } from '@lienthong/core';
import { type DeathCommand, unpaidIn } from '@lienthong/core/death-case';
import { answerTo } from './answers.js';
import { deathFiling } from './declarations.js';
import { type DataOf, type Move, move } from './move.js';
import { nothingToDelete } from './obedient.js';
import type { Setting } from './setting.js';

const anyLeg = ['death', 'residence', 'funeral', 'survivor'] as const;
const anyMoney = ['funeral', 'survivor'] as const;
const anyBenefit = ['funeral', 'merit-lump', 'survivor'] as const;
const anyAllowance = ['merit', 'social', 'pension'] as const;
const anyBody = ['commune', 'district', 'province', 'social-insurance'] as const;
const anyMode = ['vneid', 'e-statement', 'paper'] as const;

const anyRequest = ({ death, dice }: Setting): string =>
  dice.pick(['decide-survivor#9', ...Object.keys(death.requests)]);

const aboutRequest = (setting: Setting) => ({ request: anyRequest(setting) });

/** Somebody, of the relatives named, or of those who are not. */
const anyRelative = ({ death, dice }: Setting): string => {
  const named = death.application.declaration?.survivors?.relatives ?? [];
  return dice.pick(['all', 'stranger', ...named.map(({ of }) => of)]);
};

const orders: { readonly [T in DeathCommand['type']]: (setting: Setting) => DataOf<T> } = {
  Apply: ({ book, now, dice }) => deathFiling(book, dayOf(now), dice, dice.chance(50)),
  AttachDeathNotice: ({ now, dice }) => ({
    code: '00033.GBT.40001',
    signed: dice.chance(50),
    form: dice.pick(['05', 'annex-I']),
    issuedOn: dayOf(now),
  }),
  StopLeg: ({ dice }) => ({ leg: dice.pick(anyLeg), cause: 'asked-by-nobody' }),
  RecordFee: () => ({ amount: 5_000, purpose: 'late' }),
  WithdrawLeg: ({ dice }) => ({ leg: dice.pick(anyLeg) }),
  WithdrawCase: () => ({}),
  RecordMissedDeadline: ({ death, now, dice }) => ({
    deadline: dice.pick(['whole', ...death.application.missed]),
    dueOn: dayOf(now),
    duty: 'group',
  }),
  ReviseDeadline: ({ now }) => ({
    span: 'death',
    from: dayOf(now),
    to: addDays(dayOf(now), 1),
    cause: 'calendar-changed',
  }),
  SendApology: ({ now, dice }) => ({
    span: dice.pick(['whole', 'death', 'funeral']),
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
  ReceiveDossier: ({ death, dice }) => {
    const leg = dice.pick(anyLeg);
    const agency = dice.chance(70) ? (death.application.declaration?.authorities[leg] ?? '') : '00001';
    return { leg, agency };
  },
  RequestSupplement: ({ dice }) => ({ leg: dice.pick(anyLeg), items: ['copy'], cause: 'incomplete' }),
  ProvideSupplement: ({ dice }) => ({
    leg: dice.pick(anyLeg),
    items: [dice.pick(['copy', 'declaration.authorities'])],
  }),
  RegisterDeath: ({ death, dice }) => ({ holder: dice.chance(50) ? (death.application.caseId ?? '') : 'another-case' }),
  RefuseDeath: ({ dice }) => ({ cause: dice.pick(['SupplementOverdue', 'OutOfScope']) }),
  ConfirmIdentity: ({ dice }) => ({ by: dice.pick(['book', 'population']) }),
  RegisterCorrection: ({ now }) => ({ fields: ['deceased.diedOn'], registeredOn: dayOf(now) }),
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
  ForwardDeletion: () => ({}),
  CompleteResidenceRecord: () => ({}),
  DeleteResidence: ({ now, dice }) => ({
    entry: 'R-4',
    deletedOn: addDays(dayOf(now), dice.pick([0, 3])),
    minutes: false,
  }),
  RecordNothingToDelete: () => ({ cause: 'not-registered' }),
  RouteBenefit: ({ dice }) => ({ leg: dice.pick(anyMoney) }),
  EndorseBenefit: ({ dice }) => ({ leg: dice.pick(anyMoney), by: dice.pick(anyBody) }),
  DecideBenefit: ({ now, dice }) => ({
    leg: dice.pick(anyMoney),
    decisionNo: 'QD-7',
    decidedOn: addDays(dayOf(now), dice.pick([0, 0, 5])),
  }),
  RejectBenefit: ({ dice }) => ({ leg: dice.pick(anyMoney), cause: 'DossierIncomplete' }),
  TopUpBenefit: ({ dice }) => ({ leg: dice.pick(anyMoney) }),
  RecordRelativesConsent: (setting) => ({ of: anyRelative(setting), mode: setting.dice.pick(anyMode) }),
  ExpireConsent: () => ({}),
  StatePayee: ({ dice }) => ({ channel: dice.pick(['bank', 'cash']), personal: {} }),
  RecordPayment: ({ death, now, dice }) => {
    const benefit = dice.pick(anyBenefit);
    const amount = dice.pick([unpaidIn(death)[benefit] ?? 1, 1]);
    return dice.chance(70)
      ? { outcome: 'paid', benefit, amount, channel: 'cash', paidOn: addDays(dayOf(now), dice.pick([0, 1])) }
      : { outcome: 'failed', benefit, amount, cause: 'returned' };
  },
  RecordAllowanceStopped: ({ dice }) => ({ allowance: dice.pick(anyAllowance) }),
  ResyncStatus: aboutRequest,
  RecordRequestSent: (setting) => ({ ...aboutRequest(setting), attempt: 1 }),
  RecordRequestAcknowledged: (setting) => ({
    ...aboutRequest(setting),
    receivedAt: setting.now,
    reference: 'ref-2',
  }),
  RecordRequestDeferred: (setting) => ({ ...aboutRequest(setting), until: setting.now, why: 'asked-to-wait' }),
  RecordRequestFailed: (setting) => ({ ...aboutRequest(setting), why: 'timed-out' }),
  RecordRequestGivenUp: (setting) => ({ ...aboutRequest(setting), why: 'unreachable', lookFor: 'ref-2' }),
  RecordProgress: (setting) => ({
    ...aboutRequest(setting),
    step: setting.dice.pick(['record-incomplete', 'endorsed-commune', 'queued']),
    reason: 'conditions',
    at: setting.now,
  }),
  RecordAnswer: (setting) => answerTo(setting, anyRequest(setting)).data as DataOf<'RecordAnswer'>,
};

const types = Object.keys(orders) as readonly DeathCommand['type'][];

export const strayDeathMove = (setting: Setting): Move => {
  const type = setting.dice.pick(types);
  if (type === 'RecordNothingToDelete') return nothingToDelete(setting);
  const data = (orders[type] as (setting: Setting) => DataOf<typeof type>)(setting);
  return move(type, data);
};
