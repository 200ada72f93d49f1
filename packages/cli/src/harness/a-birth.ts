/** An invented family's declaration, and the commands of those who work on it. */
import { aFiled } from './a-desk.js';

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

/** A desk at which the birth was declared, and a way to put commands to the case. */
export const aFiledCase = (form: object = declaration) => aFiled('birth', form);
