/** What the group does not serve, and where to go instead (R57). */
import type { Parameter } from '../dated.js';
import { cite, type Line, open, parameter, row } from '../table.js';

type Bilingual = Readonly<{ vi: string; en: string }>;

/** The right procedure and the right desk. */
export type Where = Readonly<{ procedure: Bilingual; desk: Bilingual }>;

const commune: Bilingual = { vi: 'Ủy ban nhân dân cấp xã', en: 'People’s Committee of the commune' };
const district: Bilingual = { vi: 'Ủy ban nhân dân cấp huyện', en: 'People’s Committee of the district' };

const go = (vi: string, en: string, desk: Bilingual): Where => ({ procedure: { vi, en }, desk });

const elsewhere = (kind: string, about: string, lines: readonly Line<Where>[]): Parameter<Where> =>
  parameter(`out-of-scope.${kind}`, 'procedure and desk', about, lines);

const outsideRB2 = 'Outside the group by letter 2084 for 2023–2024; inferred later.';

export const outOfScopeFoundling: Parameter<Where> = elsewhere('foundling', 'An abandoned child (trẻ bị bỏ rơi)', [
  row(
    '2016-01-01',
    open,
    go('Đăng ký khai sinh cho trẻ bị bỏ rơi', 'Birth registration of an abandoned child', commune),
    cite('123/2015/NĐ-CP', 14),
    'official',
    `Record by police or commune, posted for seven days, then registered by the carer. ${outsideRB2}`,
  ),
]);

export const outOfScopeSurrogacy: Parameter<Where> = elsewhere(
  'surrogacy',
  'A child born by surrogacy (mang thai hộ)',
  [
    row(
      '2016-01-01',
      open,
      go('Đăng ký khai sinh cho trẻ sinh ra do mang thai hộ', 'Birth registration after surrogacy', commune),
      cite('123/2015/NĐ-CP', 16),
      'inferred',
      `Needs proof of the surrogacy and its own notification form; number of the article inferred. ${outsideRB2}`,
    ),
  ],
);

export const outOfScopeFatherAcknowledged: Parameter<Where> = elsewhere(
  'father-acknowledged',
  'A father acknowledging the child at the same time (kết hợp nhận cha, mẹ, con)',
  [
    row(
      '2016-01-01',
      open,
      go(
        'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
        'Birth registration combined with acknowledging a parent',
        commune,
      ),
      cite('123/2015/NĐ-CP', 15),
      'inferred',
      'Three working days, at most eight with verification: not a same-day matter, so treated as outside the group.',
    ),
  ],
);

export const outOfScopeForeignParent: Parameter<Where> = elsewhere(
  'foreign-parent',
  'A parent who is a foreigner (có yếu tố nước ngoài)',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      go('Đăng ký khai sinh có yếu tố nước ngoài', 'Birth registration with a foreign element', district),
      cite('60/2014/QH13', 35),
      'inferred',
      'District matter before July 2025; number of the article inferred.',
    ),
    row(
      '2025-07-01',
      open,
      go('Đăng ký khai sinh có yếu tố nước ngoài', 'Birth registration with a foreign element', commune),
      cite('120/2025/NĐ-CP', 4),
      'inferred',
      'The commune registers it since July 2025; whether the group covers it was not found. After that decree ends, the Law on Civil Status of 2026 keeps it at the commune.',
    ),
  ],
);

export const outOfScopeBorderArea: Parameter<Where> = elsewhere(
  'border-area',
  'A birth in a border area with a parent from the neighbouring state (khu vực biên giới)',
  [
    row(
      '2016-01-01',
      open,
      go('Đăng ký khai sinh tại khu vực biên giới', 'Birth registration in a border area', commune),
      cite('123/2015/NĐ-CP', 17),
      'inferred',
      `Number of the article inferred. ${outsideRB2}`,
    ),
  ],
);

export const outOfScopeCollectiveHousehold: Parameter<Where> = elsewhere(
  'collective-household',
  'Parents listed in a collective household of an agency or unit (nhân khẩu tập thể)',
  [
    row(
      '2023-07-10',
      '2024-06-30',
      go('Đăng ký khai sinh; đăng ký thường trú riêng', 'Birth and residence registered separately', commune),
      cite('2084/VPCP-KSTT', 'I'),
      'official',
    ),
    row(
      '2024-07-01',
      open,
      go('Đăng ký khai sinh; đăng ký thường trú riêng', 'Birth and residence registered separately', commune),
      cite('63/2024/NĐ-CP', 1),
      'inferred',
    ),
  ],
);

export const outOfScopeAge: Parameter<Where> = elsewhere('age', 'A child of six years or more', [
  row(
    '2015-07-01',
    open,
    go('Đăng ký khai sinh quá hạn, từng thủ tục riêng', 'Late birth registration, each procedure by itself', commune),
    cite('60/2014/QH13', 13),
    'inferred',
    'The group is for children under six; the single procedures stay open before, under and after that law.',
  ),
]);

export const outOfScopeLaterCard: Parameter<Where> = elsewhere('later-card', 'A card that is not the child’s first', [
  row(
    '2015-07-01',
    open,
    go('Cấp lại, đổi thẻ bảo hiểm y tế', 'Reissue or change of the health-insurance card', {
      vi: 'Cơ quan bảo hiểm xã hội',
      en: 'Social-insurance office',
    }),
    cite('25/2008/QH12'),
    'inferred',
  ),
]);

export const outOfScopeStillbirth: Parameter<Where> = elsewhere(
  'stillbirth',
  'A child that died within twenty-four hours, unless the parents ask',
  [
    row(
      '2017-01-01',
      open,
      go('Không đăng ký, trừ khi cha mẹ yêu cầu', 'Not registered unless the parents ask', commune),
      cite('91/2015/QH13', 30),
      'official',
    ),
  ],
);
