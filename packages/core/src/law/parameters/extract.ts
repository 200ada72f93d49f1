/** The electronic birth certificate (bản điện tử giấy khai sinh): who signs, what it is worth, how it is delivered. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export type SlotRole = 'leader' | 'organisation';

/** A signature the document waits for. */
export type Slot = Readonly<{ role: SlotRole; kind: 'personal' | 'organisation'; mandatory: boolean }>;

const leaderAndSeal: Readonly<{ slots: readonly Slot[] }> = {
  slots: [
    { role: 'leader', kind: 'personal', mandatory: true },
    { role: 'organisation', kind: 'organisation', mandatory: true },
  ],
};

export const extractSlots: Parameter<Readonly<{ slots: readonly Slot[] }>> = parameter(
  'extract.slots',
  'slots',
  'Which signatures an electronic certificate needs before it may be published, in order',
  [
    row(
      '2023-04-17',
      '2023-07-09',
      { slots: [] },
      cite('3509/QĐ-BHXH'),
      'secondary',
      'Certificates of the pilot carried no signature; the decision ended on 2023-06-30.',
    ),
    row(
      '2023-07-10',
      '2023-08-01',
      leaderAndSeal,
      cite('01/2022/TT-BTP', 9),
      'inferred',
      'Sources disagree whether certificates had to be signed before circular 03/2023.',
    ),
    row('2023-08-02', open, leaderAndSeal, cite('03/2023/TT-BTP'), 'official', 'Order of the two signatures inferred.'),
  ],
);

/** As good as paper online; the QR code leads to the record; bodies may not ask for the paper. */
export const extractValue: Provision = parameter(
  'extract.value',
  'holds',
  'An electronic certificate has the value of paper in online procedures',
  [
    row('2022-02-18', '2027-02-28', true, cite('01/2022/TT-BTP', 9, 2), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'official', 'Electronic civil-status data equal paper.'),
  ],
);

/** The officer reports, the chair issues: two people. */
export const drafterIsNotSigner: Provision = parameter(
  'extract.drafter-is-not-signer',
  'holds',
  'Whoever drafted a certificate does not sign it',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      true,
      cite('60/2014/QH13', 16, 2),
      'inferred',
      'The officer reports and the chair issues.',
    ),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'inferred', 'Not found for the new law; taken to go on.'),
  ],
);

export const electronicExtractSignature: Provision = parameter(
  'extract.signature',
  'holds',
  'An electronic certificate is signed by the leader and by the organisation',
  [
    row('2023-07-10', '2023-08-01', true, cite('01/2022/TT-BTP', 9), 'inferred', 'Sources disagree for these weeks.'),
    row('2023-08-02', open, true, cite('03/2023/TT-BTP'), 'official'),
  ],
);

export type Algorithm = 'RSASSA-PSS' | 'ECDSA';

export const signatureAlgorithms: Parameter<
  Readonly<{ algorithms: readonly Algorithm[]; rsaBits: number; ecBits: number }>
> = parameter('extract.signature-algorithms', 'algorithms', 'Algorithms of the signatures', [
  row(
    '2025-08-15',
    open,
    { algorithms: ['RSASSA-PSS', 'ECDSA'], rsaBits: 2048, ecBits: 256 },
    cite('15/2025/TT-BKHCN'),
    'official',
    'That it reaches state-specialised certificates is inferred.',
  ),
]);

export type Delivery = 'portal' | 'vneid' | 'desk' | 'post';

export const resultDelivery: Parameter<readonly Delivery[]> = parameter(
  'extract.delivery',
  'ways',
  'How results are delivered: electronically, on paper where asked',
  [
    row('2023-07-10', '2024-06-30', ['portal', 'desk'], cite('2084/VPCP-KSTT'), 'inferred'),
    row(
      '2024-07-01',
      open,
      ['portal', 'vneid', 'desk', 'post'],
      cite('63/2024/NĐ-CP', 9),
      'secondary',
      'Number of the article inferred.',
    ),
  ],
);
