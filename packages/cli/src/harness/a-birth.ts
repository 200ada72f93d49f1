/** An invented family's declaration, and the commands of those who work on it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folder, lienthongWith } from './lienthong.js';

export const QUANG_TRUNG = '16681';
const home = { commune: QUANG_TRUNG, line: 'Xóm 3' };

export const declaration = {
  applicant: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
    personalNumber: '040195000001',
    residence: home,
    relation: 'mother',
  },
  choices: {
    legs: ['birth', 'residence', 'card'],
    authorities: { birth: QUANG_TRUNG, residence: QUANG_TRUNG, card: 'BHXH-40' },
    channel: 'national-portal',
    delivery: 'electronic',
  },
  birthProof: { kind: 'notice', code: '00001.GCS.40001.24' },
  child: {
    name: { surname: 'Nguyễn', given: 'An' },
    bornOn: '2024-08-20',
    sex: 'female',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthplace: { kind: 'facility', name: 'Bệnh viện Sản Nhi Nghệ An' },
    nativePlace: 'Nghệ An',
  },
  mother: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
    bornOn: '1995-02-03',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    residence: { kind: 'permanent', address: home },
    personalNumber: '040195000001',
  },
  father: null,
  marriage: { married: false },
  residence: { address: home, with: 'mother', owned: 'own' },
  card: { firstFacility: '40001' },
  commitment: { truthful: true, at: '2024-08-29T09:00:00+07:00' },
} as const;

/** Nothing of these may ever be printed, except where personal data was asked for. */
export const PERSONAL = /Nguyễn|Lan\b|040195000001|Xóm 3|Bệnh viện/;

export const receptionist = { id: 'desk-1', role: 'onestop-receptionist', unit: QUANG_TRUNG };
export const officer = { id: 'officer-1', role: 'civil-status-officer', unit: QUANG_TRUNG };
export const mother = { id: 'citizen-1', role: 'applicant' };

export const receiving = {
  type: 'ReceiveDossier',
  actor: receptionist,
  data: { leg: 'birth', agency: QUANG_TRUNG },
} as const;

/** A folder, the command running in it with a clock that can be moved, and files to give it. */
export const aDesk = () => {
  const cwd = folder();
  let now = '2024-08-29T02:20:00.000Z';
  const clock = () => now as ReturnType<NonNullable<Parameters<typeof lienthongWith>[0]['now']>>;
  const lienthong = lienthongWith({ cwd, now: clock });
  const put = (name: string, content: unknown): string => {
    writeFileSync(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
    return name;
  };
  const setClock = (to: string): void => {
    now = to;
  };
  return { cwd, lienthong, put, setClock };
};

/** A desk at which one application was filed, and a way to put commands to it. */
export const aFiledCase = async (form: object = declaration) => {
  const desk = aDesk();
  const filed = await desk.lienthong(
    'apply',
    'birth',
    desk.put('declaration.json', form),
    '--store',
    'sqlite:cases.db',
  );
  expect(filed.status, filed.err).toBe(0);
  const id = filed.out.trim();
  const decide = (command: unknown, ...more: readonly string[]) =>
    desk.lienthong('decide', '--store', 'sqlite:cases.db', '--case', id, desk.put('command.json', command), ...more);
  const stored = async () => (await desk.lienthong('export', 'sqlite:cases.db')).out;
  return { ...desk, id, decide, stored };
};
