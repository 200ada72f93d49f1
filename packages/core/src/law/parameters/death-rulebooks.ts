/** Rulebook versions (phiên bản quy trình) of the death group: one main line, and changes that overlap it. */
import type { LawInForce, Parameter } from '../dated.js';
import { cite, type Line, open, parameter, row } from '../table.js';
import type { Rulebook } from './rulebooks.js';

const is = (id: string, vi: string, en: string, only?: readonly string[]): Rulebook => ({
  id,
  changes: { vi, en },
  ...(only ? { only } : {}),
});

/** The process as a whole; one version at a time. */
const mainRulebook: Parameter<Rulebook> = parameter('death-rulebook', 'rulebook', 'Process of the death group', [
  row(
    '2019-01-01',
    '2023-07-09',
    is('G2-2019-LOCAL', 'Hồ sơ giấy theo quy định của tỉnh', 'Paper, by rules of the province'),
    cite('61/2018/NĐ-CP', 19),
    'inferred',
    'Decisions of single provinces; first day about 2019. Goes on beside the pilot until the roll-out.',
  ),
  row(
    '2023-07-10',
    '2024-06-30',
    is('G2-2023-07', 'Toàn quốc, chưa có trợ cấp tuất', 'Nationwide, without survivor benefits'),
    cite('2084/VPCP-KSTT'),
    'official',
  ),
  row(
    '2024-07-01',
    '2025-06-30',
    is('G2-2024-07', 'Thêm trợ cấp tuất, kênh VNeID', 'Survivor benefits and the VNeID channel added'),
    cite('63/2024/NĐ-CP'),
    'secondary',
  ),
  row(
    '2025-07-01',
    '2026-08-31',
    is('G2-2025-07', 'Chính quyền hai cấp, không còn cấp huyện', 'Two tiers, no district'),
    cite('120/2025/NĐ-CP'),
    'secondary',
  ),
  row(
    '2026-09-01',
    '2027-02-28',
    is('G2-2026-09', 'Cổng Dịch vụ công là đầu mối, mẫu 02 mới', 'The portal is the hub; a new form 02'),
    cite('301/2026/NĐ-CP'),
    'secondary',
  ),
  row(
    '2027-03-01',
    open,
    is('G2-2027-03', 'Luật Hộ tịch mới, giấy chứng tử', 'The new law on civil status; the death certificate'),
    cite('03/2026/QH16'),
    'secondary',
  ),
]);

const beside = (line: Line<Rulebook>): Parameter<Rulebook> =>
  parameter(`death-rulebook.${line.value.id}`, 'rulebook', line.value.changes.en, [line]);

/** Changes beside the main line, each for its own time. */
const besides: readonly Parameter<Rulebook>[] = [
  beside(
    row(
      '2022-11-21',
      '2023-07-09',
      is('G2-2022-PILOT', 'Thí điểm Hà Nội và Hà Nam', 'Pilot in Hà Nội and Hà Nam', ['Hà Nội', 'Hà Nam']),
      cite('3504/QĐ-BHXH'),
      'inferred',
      'Only the month was seen.',
    ),
  ),
  beside(
    row(
      '2025-01-10',
      '2026-03-14',
      is('RES-2025-01', 'Xóa thường trú theo nghị định mới', 'Residence deleted under a new decree'),
      cite('154/2024/NĐ-CP', 9),
      'inferred',
      'Partly from general knowledge.',
    ),
  ),
  beside(
    row(
      '2025-07-01',
      open,
      is('BHXH-2025-07', 'Luật BHXH mới, 10 ngày làm việc', 'New law on social insurance, ten working days'),
      cite('41/2024/QH15', '85–91'),
      'official',
    ),
  ),
  beside(
    row(
      '2025-07-01',
      open,
      is('MERIT-2025-07', 'Xã trình Sở Nội vụ', 'From the commune to the Department of Home Affairs'),
      cite('129/2025/NĐ-CP'),
      'inferred',
      'Its articles on funerals were not read.',
    ),
  ),
  beside(
    row(
      '2025-07-01',
      '2027-02-28',
      is('SOC-2025-07', 'Chủ tịch UBND cấp xã quyết định', 'The commune’s chair decides'),
      cite('147/2025/NĐ-CP', 5, 1),
      'official',
    ),
  ),
  beside(
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
    row(
      '2026-03-15',
      open,
      is('RES-2026-03', 'Công an tự xóa trong 1 ngày làm việc', 'The police delete by themselves in one working day'),
      cite('58/2026/NĐ-CP', 4, 6),
      'official',
    ),
  ),
  beside(
    row(
      '2026-07-01',
      open,
      is('RATE-2026-07', 'Lương cơ sở 2.530.000 đồng', 'Base salary of 2,530,000 đồng'),
      cite('161/2026/NĐ-CP', 3, 2),
      'official',
      'The social standard of the same day became known on 2026-10-05.',
    ),
  ),
  beside(
    row(
      '2026-08-15',
      '2027-02-28',
      is('FEE-2026-08', 'Miễn phí, lệ phí', 'Fees waived'),
      cite('117/2026/TT-BTC'),
      'official',
    ),
  ),
  beside(
    row(
      '2027-01-01',
      open,
      is('HUB-2027-01', 'Phần mềm liên thông nhập vào Cổng', 'The interlink software merges into the portal'),
      cite('301/2026/NĐ-CP', 18, 3),
      'secondary',
    ),
  ),
];

export const deathRulebooks: readonly Parameter<Rulebook>[] = [mainRulebook, ...besides];

/** The ids of all rulebooks of the death group in force, oldest first. */
export const deathRulebooksInForce = (law: LawInForce): readonly string[] =>
  deathRulebooks
    .flatMap((each) => law.row(each) ?? [])
    .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
    .map((row) => row.value.id);
