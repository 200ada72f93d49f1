/** Birth registration (đăng ký khai sinh): proof, place, name and content of the entry. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export type Proof = 'notification' | 'witness' | 'pledge';

/** Giấy chứng sinh; else a witness statement; else a signed undertaking (giấy cam đoan). */
export const proofOfBirth: Parameter<Readonly<{ proofs: readonly Proof[] }>> = parameter(
  'birth.proof',
  'proofs',
  'What proves a birth',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      { proofs: ['notification', 'witness', 'pledge'] },
      cite('60/2014/QH13', 16, 1),
      'official',
    ),
    row(
      '2027-03-01',
      open,
      { proofs: ['notification', 'witness', 'pledge'] },
      cite('03/2026/QH16'),
      'inferred',
      'The agency looks data up itself and asks for papers only where they are missing; the list of proofs was not found.',
    ),
  ],
);

export const oneRegistration: Provision = parameter(
  'birth.one-registration',
  'holds',
  'One event is registered once, at one body',
  [
    row('2016-01-01', '2027-02-28', true, cite('60/2014/QH13', 5, 4), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'official', 'Number of the article not seen.'),
  ],
);

/** `within` says how far "anywhere" reaches. */
export type Competence =
  | Readonly<{ scope: 'residence' }>
  | Readonly<{ scope: 'anywhere'; within: 'nation' | 'province' }>;

export const competentCommune: Parameter<Competence> = parameter(
  'birth.competent-commune',
  'scope',
  'Which commune may register a birth',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      { scope: 'residence' },
      cite('60/2014/QH13', 13),
      'official',
      'Of father or mother: permanent, temporary or actual place (art. 5 cl. 4).',
    ),
    row(
      '2027-03-01',
      open,
      { scope: 'anywhere', within: 'nation' },
      cite('03/2026/QH16', 8),
      'secondary',
      'A draft limited it to communes of one province; the final wording was not seen.',
    ),
  ],
);

/** Every civil-status matter, foreign elements included, is the commune's since the district went. */
export const communeLevel: Parameter<'commune' | 'commune-or-district'> = parameter(
  'birth.level',
  'level',
  'Which tier registers births',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      'commune-or-district',
      cite('60/2014/QH13', 7),
      'secondary',
      'Foreign elements at the district.',
    ),
    row('2025-07-01', '2027-02-28', 'commune', cite('120/2025/NĐ-CP', 4), 'official'),
    row('2027-03-01', open, 'commune', cite('03/2026/QH16', 8), 'secondary'),
  ],
);

/** No length limit: the 25 letters of a 2015 draft never became law. */
export type NameRule = Readonly<{ lettersOnly: boolean; languages: readonly string[]; longest: number | null }>;

const nameRule: NameRule = { lettersOnly: true, languages: ['vietnamese', 'ethnic-minority'], longest: null };

export const permittedName: Parameter<NameRule> = parameter('birth.name', 'name rule', 'What a name may be', [
  row('2017-01-01', '2020-07-15', nameRule, cite('91/2015/QH13', 26), 'official'),
  row('2020-07-16', open, nameRule, cite('91/2015/QH13', 26), 'official', {
    note: 'Circular 04/2020/TT-BTP art. 6 (number inferred) adds: not too long or hard to use.',
    knownFrom: '2020-05-28',
  }),
]);

/** Surname, ethnicity and native place are the father's or the mother's. */
export const contentFromParents: Parameter<readonly ('surname' | 'ethnicity' | 'nativePlace')[]> = parameter(
  'birth.content-from-parents',
  'fields',
  'Fields that follow the father or the mother',
  [row('2020-07-16', open, ['surname', 'ethnicity', 'nativePlace'], cite('04/2020/TT-BTP', 6), 'official')],
);

/** Father undetermined (chưa xác định được cha): these follow the mother and the father's part stays blank. */
export const fatherUndetermined: Parameter<readonly string[]> = parameter(
  'birth.father-undetermined',
  'fields',
  'Fields that follow the mother when the father is not determined',
  [
    row(
      '2016-01-01',
      open,
      ['surname', 'ethnicity', 'nativePlace', 'nationality'],
      cite('123/2015/NĐ-CP', 15, 2),
      'official',
    ),
  ],
);

/** Father, mother; else grandparent, other relative, carer. */
export const declarants: Parameter<readonly string[]> = parameter(
  'birth.declarants',
  'relations',
  'Who declares a birth',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      ['father', 'mother', 'grandparent', 'relative', 'carer'],
      cite('60/2014/QH13', 15, 1),
      'official',
    ),
    row(
      '2027-03-01',
      open,
      ['father', 'mother', 'grandparent', 'relative', 'carer'],
      cite('03/2026/QH16'),
      'inferred',
      'Not found for the new law; taken to go on.',
    ),
  ],
);

/** A child that lived this long is registered in any case. */
export const registrableAfterHours: Parameter<number> = parameter(
  'birth.registrable-after',
  'hours',
  'A child that lived this long must be registered; before, only if the parents ask',
  [row('2017-01-01', open, 24, cite('91/2015/QH13', 30), 'official')],
);

/** Where the desk that helps is not the commune that decides. */
export const proxyFiling: Parameter<Readonly<{ reach: 'province' | 'nation' }>> = parameter(
  'birth.proxy-filing',
  'reach',
  'Desks elsewhere help to file with the competent commune',
  [
    row(
      '2018-06-21',
      '2025-06-30',
      { reach: 'province' },
      cite('61/2018/NĐ-CP', 15),
      'inferred',
      'Officers filed for citizens before 2025; no text on it was found.',
    ),
    row(
      '2025-07-01',
      '2027-02-28',
      { reach: 'nation' },
      cite('120/2025/NĐ-CP', 4),
      'secondary',
      'Any commune helps to file online; desks take files regardless of boundary inside the province.',
    ),
    row('2027-03-01', open, { reach: 'nation' }, cite('03/2026/QH16', 8), 'secondary'),
  ],
);

/** The signed data of a birth notification (giấy chứng sinh), and who answers for them. */
export type BirthNotice = Readonly<{ codeLength: number | null; to: 'insurance-portal' | 'interlink' | 'portal' }>;

export const birthNotice: Parameter<BirthNotice> = parameter(
  'birth.notice',
  'form and way',
  'Birth notifications: their code and where their data go',
  [
    row(
      '2016-01-01',
      '2024-06-30',
      { codeLength: null, to: 'insurance-portal' },
      cite('60/2014/QH13', 16, 1),
      'secondary',
      'Through the insurance claims portal by letter 507/BHXH-CNTT of 2023; before that on paper.',
    ),
    row('2024-07-01', '2025-09-30', { codeLength: null, to: 'interlink' }, cite('63/2024/NĐ-CP', 25, 1), 'secondary'),
    row('2025-10-01', '2026-08-31', { codeLength: 18, to: 'interlink' }, cite('22/2025/TT-BYT'), 'secondary'),
    row('2026-09-01', open, { codeLength: 18, to: 'portal' }, cite('301/2026/NĐ-CP', 4), 'secondary'),
  ],
);

/** Registration by the commune from hospital data, without an application of the usual kind. */
export const proactiveRegistration: Parameter<Readonly<{ everywhereFrom: string }>> = parameter(
  'birth.proactive',
  'first day everywhere',
  'Registration from hospital data at the requester’s choice',
  [row('2027-03-01', open, { everywhereFrom: '2031-01-01' }, cite('03/2026/QH16', 15, 2), 'secondary')],
);

/** The agency looks data up and asks for papers only where they are missing, incomplete or inaccurate. */
export const dataOverPapers: Provision = parameter(
  'birth.data-over-papers',
  'holds',
  'No papers are asked for that the agency can look up',
  [
    row(
      '2024-07-01',
      '2027-02-28',
      true,
      cite('63/2024/NĐ-CP', 3),
      'official',
      'Article 3 or 4; known data are filled in.',
    ),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'official', 'Number of the article not seen.'),
  ],
);
