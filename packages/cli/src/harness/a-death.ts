/** An invented death, declared on form 02, and the commands of those who work on it. */
import { expect } from 'vitest';
import { aFiled, type Desk } from './a-desk.js';

export const QUANG_TRUNG = '16681';
const INSURANCE = 'BHXH-40';
const home = { commune: QUANG_TRUNG, line: 'Xóm 7' };

/** A pensioner; the widow asks for the funeral benefit, the survivors' in one sum, and says that she agrees to it. */
export const declaration = {
  applicant: {
    name: { surname: 'Trần', middle: 'Thị', given: 'Bưởi' },
    personalNumber: '040148000011',
    residence: home,
    relation: 'spouse',
  },
  choices: {
    legs: ['death', 'residence', 'funeral', 'survivor'],
    authorities: { death: QUANG_TRUNG, residence: QUANG_TRUNG, funeral: INSURANCE, survivor: INSURANCE },
    channel: 'vneid',
    delivery: 'electronic',
  },
  deceased: {
    name: { surname: 'Phan', middle: 'Đình', given: 'Khế' },
    personalNumber: '040042000012',
    birthYear: 1942,
    sex: 'male',
    nationality: 'Việt Nam',
    lastResidence: home,
  },
  death: { diedOn: '2024-08-27', kind: 'home', place: home },
  evidence: { kind: 'commune-confirmation' },
  benefit: { classes: ['social-insurance'], insured: { status: 'pensioner', months: 300 } },
  allowances: ['pension'],
  survivors: {
    prefer: 'lump-sum',
    relatives: [
      {
        name: { surname: 'Trần', middle: 'Thị', given: 'Bưởi' },
        facts: { of: 'A', kind: 'spouse', bornOn: '1948-05-01', sex: 'female' },
      },
    ],
    pension: { monthly: 5_000_000, monthsDrawn: 30 },
    consents: [{ of: 'A', mode: 'vneid' }],
  },
  payee: { name: { surname: 'Trần', middle: 'Thị', given: 'Bưởi' }, channel: 'bank', account: '9704000000001' },
  commitment: { truthful: true, at: '2024-08-29T09:00:00+07:00' },
} as const;

/** Registration and deletion alone. */
export const bundleOfTwo = {
  ...declaration,
  choices: {
    ...declaration.choices,
    legs: ['death', 'residence'],
    authorities: { death: QUANG_TRUNG, residence: QUANG_TRUNG },
  },
  benefit: undefined,
  survivors: undefined,
  payee: undefined,
};

/** An old man without a pension: the commune gives its opinion, and decides or sends the file on. */
export const bySocialProtection = {
  ...declaration,
  choices: {
    ...declaration.choices,
    legs: ['death', 'residence', 'funeral'],
    authorities: { death: QUANG_TRUNG, residence: QUANG_TRUNG, funeral: QUANG_TRUNG },
  },
  benefit: { classes: ['social-protection'] },
  allowances: ['social'],
  survivors: undefined,
};

/** Nothing of these may ever be printed, except where personal data was asked for. */
export const PERSONAL = /Trần|Phan|Bưởi|Khế|040148000011|040042000012|Xóm 7|9704000000001/;

const at = (unit: string, role: string) => ({ id: `${role}-1`, role, unit });
export const receptionist = at(QUANG_TRUNG, 'onestop-receptionist');
export const officer = at(QUANG_TRUNG, 'civil-status-officer');
export const widow = { id: 'citizen-1', role: 'applicant' };
const courier = { id: 'courier', role: 'courier' };

export const receiving = {
  type: 'ReceiveDossier',
  actor: receptionist,
  data: { leg: 'death', agency: QUANG_TRUNG },
} as const;

export const aFiledDeath = (form: object = declaration, desk?: Desk) => aFiled('death', form, desk);

type FiledDeath = Awaited<ReturnType<typeof aFiledDeath>>;

/** An agency's answer, as the courier records it. */
export const answered = (request: string, answer: object) => ({
  type: 'RecordAnswer',
  actor: courier,
  data: {
    request,
    answer,
    answeredAt: '2024-08-29T09:25:00+07:00',
    receivedAt: '2024-08-29T09:25:00+07:00',
    by: { id: 'agency', role: 'agency' },
  },
});

const day = '2024-08-29';

/** What is done, in order, until the extract is published and the payers are asked. */
export const UNTIL_PUBLISHED: readonly object[] = [
  receiving,
  { type: 'RegisterDeath', actor: officer, data: {} },
  answered('enter-death#1', { outcome: 'entered', book: '01', number: 5, registeredOn: day, locked: true }),
  { type: 'DraftExtract', actor: officer, data: {} },
  { type: 'SignExtract', actor: at(QUANG_TRUNG, 'commune-leader'), data: {} },
  { type: 'SealExtract', actor: at(QUANG_TRUNG, 'clerk'), data: {} },
  { type: 'PublishExtract', actor: at(QUANG_TRUNG, 'clerk'), data: {} },
];

const UNTIL_DECIDED: readonly object[] = [
  ...UNTIL_PUBLISHED,
  answered('delete-residence#1', { outcome: 'deleted', entry: 'CT-1', deletedOn: day }),
  answered('decide-insurance-funeral#1', { outcome: 'decided', decisionNo: 'D1', decidedOn: day }),
  answered('decide-survivor#1', { outcome: 'decided', decisionNo: 'D2', decidedOn: day }),
];

/** Plays commands into a case, each of which must be accepted. */
export const play = async ({ decide }: Pick<FiledDeath, 'decide'>, commands: readonly object[]): Promise<void> => {
  for (const command of commands) {
    const { status, err } = await decide(command);
    expect({ command, status, err }).toEqual({ command, status: 0, err: '' });
  }
};

/** 23,400,000 for the funeral and 34 pensions for the survivors are decided; nothing is paid. */
export const aDecidedDeath = async (desk?: Desk): Promise<FiledDeath> => {
  const filed = await aFiledDeath(declaration, desk);
  await play(filed, UNTIL_DECIDED);
  return filed;
};

export const paid = (benefit: 'funeral' | 'survivor', amount: number) =>
  answered(`pay-${benefit}#1`, { outcome: 'paid', amount, channel: 'bank', paidOn: day });
