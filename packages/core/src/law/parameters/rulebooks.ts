/** Rulebook versions (phiên bản quy trình) of the birth group: one main line, and changes that overlap it. */
import type { LawInForce, Parameter } from '../dated.js';
import { cite, type Line, open, parameter, row } from '../table.js';

/** `id` is the name auditors use; `only` limits a rulebook to some provinces. */
export type Rulebook = Readonly<{
  id: string;
  changes: Readonly<{ vi: string; en: string }>;
  only?: readonly string[];
}>;

const is = (id: string, vi: string, en: string, only?: readonly string[]): Rulebook => ({
  id,
  changes: { vi, en },
  ...(only ? { only } : {}),
});

/** The process as a whole; one version at a time. */
export const mainRulebook: Parameter<Rulebook> = parameter('rulebook', 'rulebook', 'Process of the birth group', [
  row(
    '2015-07-01',
    '2023-07-09',
    is('RB0', 'Hồ sơ giấy tại xã, 20 ngày làm việc', 'Paper at the commune, 20 working days'),
    cite('05/2015/TTLT-BTP-BCA-BYT'),
    'official',
    'Day of repeal not found; superseded in practice by RB2.',
  ),
  row(
    '2023-07-10',
    '2024-06-30',
    is('RB2', 'Toàn quốc, 4 hoặc 6 ngày làm việc', 'Nationwide, 4 or 6 working days'),
    cite('2084/VPCP-KSTT'),
    'official',
  ),
  row(
    '2024-07-01',
    '2025-06-30',
    is('RB3', '3 hoặc 5 ngày làm việc, kênh VNeID', '3 or 5 working days, VNeID channel'),
    cite('63/2024/NĐ-CP'),
    'official',
  ),
  row(
    '2025-07-01',
    '2026-08-31',
    is('RB4', 'Chính quyền hai cấp, không còn cấp huyện', 'Two tiers, no district'),
    cite('120/2025/NĐ-CP', 4),
    'official',
  ),
  row(
    '2026-09-01',
    '2026-12-31',
    is('RB5', 'Thêm thẻ căn cước, khai sinh 24 giờ', 'Identity card added, birth within 24 hours'),
    cite('301/2026/NĐ-CP'),
    'secondary',
  ),
  row(
    '2027-01-01',
    '2027-02-28',
    is('RB6', 'Phần mềm liên thông nhập vào Cổng', 'The interlink software merges into the portal'),
    cite('301/2026/NĐ-CP', 18, 3),
    'secondary',
  ),
  row(
    '2027-03-01',
    open,
    is('RB7', 'Khai sinh tại bất kỳ xã nào, mặc định 24 giờ', 'Any commune registers, 24 hours by default'),
    cite('03/2026/QH16'),
    'official',
  ),
]);

const beside = (id: string, line: Line<Rulebook>): Parameter<Rulebook> =>
  parameter(`rulebook.${id}`, 'rulebook', line.value.changes.en, [line]);

/** Changes beside the main line, each for its own time. */
const besides: readonly Parameter<Rulebook>[] = [
  beside(
    'RB1',
    row(
      '2022-11-21',
      '2023-07-09',
      is('RB1', 'Thí điểm Hà Nội và Hà Nam', 'Pilot in Hà Nội and Hà Nam', ['Hà Nội', 'Hà Nam']),
      cite('3509/QĐ-BHXH'),
      'official',
      'First day inferred from the decision, which itself gave way to 976/QĐ-BHXH on 2023-07-01.',
    ),
  ),
  beside(
    'RB2b',
    row(
      '2023-08-02',
      open,
      is('RB2b', 'Mẫu điện tử mới, ký số bản điện tử', 'New electronic templates, signed electronic certificates'),
      cite('03/2023/TT-BTP'),
      'official',
    ),
  ),
  beside(
    'RB3b',
    row(
      '2024-08-19',
      open,
      is('RB3b', 'Hồ sơ thẻ: mẫu 01 và giấy khai sinh điện tử', 'Card dossier: form 01 and the electronic certificate'),
      cite('1449/QĐ-BHXH'),
      'official',
    ),
  ),
  beside(
    'RB3c',
    row(
      '2025-01-10',
      open,
      is('RB3c', 'Tra cứu chỗ ở, nghĩa vụ 60 ngày', 'Lodging is looked up; duty of sixty days'),
      cite('154/2024/NĐ-CP'),
      'official',
    ),
  ),
  beside(
    'RB4b',
    row(
      '2025-08-01',
      open,
      is('RB4b', 'Mã BHXH là số định danh cá nhân', 'The insurance number is the personal number'),
      cite('1804/BHXH-QLT'),
      'official',
    ),
  ),
  beside(
    'RB4c',
    row(
      '2025-08-15',
      open,
      is('RB4c', 'Thẻ điện tử, giá trị từ ngày sinh', 'Electronic card, valid from the day of birth'),
      cite('188/2025/NĐ-CP'),
      'official',
    ),
  ),
  beside(
    'SIG-2025-08',
    row(
      '2025-08-15',
      open,
      is('SIG-2025-08', 'Tiêu chuẩn chữ ký số', 'Signature standards'),
      cite('15/2025/TT-BKHCN'),
      'official',
      'That it reaches state-specialised certificates is inferred.',
    ),
  ),
  beside(
    'RB4d',
    row(
      '2025-10-01',
      open,
      is('RB4d', 'Giấy chứng sinh mới, mã 18 ký tự', 'New birth notification, 18-character code'),
      cite('22/2025/TT-BYT'),
      'secondary',
    ),
  ),
  beside(
    'RB4e',
    row(
      '2026-03-15',
      open,
      is('RB4e', 'Cách thể hiện sự đồng ý, trường dữ liệu định danh', 'Consent modes, fields for the personal number'),
      cite('58/2026/NĐ-CP'),
      'official',
      'Which parts are new against 2024 was not found.',
    ),
  ),
  beside(
    'RB4f',
    row(
      '2026-07-01',
      open,
      is(
        'RB4f',
        'Không xác minh trẻ dưới 6 tuổi ở cùng cha mẹ',
        'No verification of under-sixes at the parents’ place',
      ),
      cite('58/2026/NĐ-CP', 4, 4),
      'official',
      { note: 'Known at the latest when the decree entered into force.', knownFrom: '2026-03-15' },
    ),
  ),
  beside(
    'FEE-2026-08',
    row(
      '2026-08-15',
      '2027-02-28',
      is('FEE-2026-08', 'Miễn phí, lệ phí', 'Fees waived'),
      cite('117/2026/TT-BTC'),
      'official',
    ),
  ),
];

export const rulebooks: readonly Parameter<Rulebook>[] = [mainRulebook, ...besides];

/** The ids of all rulebooks in force, oldest first. */
export const rulebooksInForce = (law: LawInForce): readonly string[] =>
  rulebooks
    .flatMap((each) => law.row(each) ?? [])
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
    .map((row) => row.value.id);
