/** Filing an application after a death (nộp hồ sơ liên thông khai tử): scope, form, channels, the notice, supplements, the stop. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Channel } from './group.js';
import type { Where } from './out-of-scope.js';

/** What the linked group does not serve. */
export type DeathScope = Readonly<{ outside: readonly 'foreign-element'[] }>;

export const deathScope: Parameter<DeathScope> = parameter(
  'death-group.scope',
  'scope',
  'Which deaths lie outside the group',
  [
    row(
      '2019-01-01',
      '2025-06-30',
      { outside: ['foreign-element'] },
      cite('60/2014/QH13', 51),
      'inferred',
      'A matter of the district; no text of the group was read that names it.',
    ),
    row(
      '2025-07-01',
      open,
      { outside: ['foreign-element'] },
      cite('120/2025/NĐ-CP', 4),
      'inferred',
      'The commune registers it since July 2025; whether the group covers it was not found. The same after that decree ends.',
    ),
  ],
);

const registration = {
  vi: 'Đăng ký khai tử có yếu tố nước ngoài',
  en: 'Death registration with a foreign element',
};

export const deathOutOfScopeForeign: Parameter<Where> = parameter(
  'out-of-scope.death-foreign-element',
  'procedure and desk',
  'A death with a foreign element (có yếu tố nước ngoài)',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      {
        procedure: registration,
        desk: { vi: 'Ủy ban nhân dân cấp huyện', en: 'People’s Committee of the district' },
      },
      cite('60/2014/QH13', 51),
      'official',
    ),
    row(
      '2025-07-01',
      open,
      { procedure: registration, desk: { vi: 'Ủy ban nhân dân cấp xã', en: 'People’s Committee of the commune' } },
      cite('120/2025/NĐ-CP', 4),
      'official',
      'All civil-status matters are the commune’s. After that decree ends, the Law on Civil Status of 2026 keeps it there, inferred.',
    ),
  ],
);

export const deathDeclarationForm: Parameter<Readonly<{ form: string }>> = parameter(
  'death-group.declaration-form',
  'form',
  'The electronic declaration of the group (tờ khai điện tử mẫu 02)',
  [
    row('2023-07-10', '2024-06-30', { form: '02' }, cite('2084/VPCP-KSTT'), 'official'),
    row(
      '2024-07-01',
      '2026-08-31',
      { form: '02' },
      cite('63/2024/NĐ-CP', 10, 1, 'a'),
      'official',
      'Its fields were not read.',
    ),
    row(
      '2026-09-01',
      open,
      { form: '02' },
      cite('301/2026/NĐ-CP'),
      'secondary',
      'A new form 02; its fields were not found.',
    ),
  ],
);

export const deathFilingChannels: Parameter<readonly Channel[]> = parameter(
  'death-group.filing-channels',
  'channels',
  'Where an application of the death group may be filed',
  [
    row(
      '2019-01-01',
      '2023-07-09',
      ['desk'],
      cite('61/2018/NĐ-CP', 19),
      'inferred',
      'On paper at the commune, by decisions of single provinces.',
    ),
    row('2023-07-10', '2024-06-30', ['national-portal'], cite('2084/VPCP-KSTT'), 'official'),
    row('2024-07-01', open, ['national-portal', 'vneid'], cite('63/2024/NĐ-CP', 12), 'official'),
  ],
);

/** The day the notice was issued chooses its form; an old form is a warning, not an obstacle. */
export const deathNoticeForm: Parameter<Readonly<{ form: string }>> = parameter(
  'death.notice-form',
  'form',
  'Form of a death notice (giấy báo tử), by the day of its issue',
  [
    row('2021-03-01', '2025-06-30', { form: 'annex-I' }, cite('24/2020/TT-BYT', 'annex I'), 'secondary'),
    row('2025-07-01', open, { form: '05' }, cite('25/2025/TT-BYT', 9), 'secondary'),
  ],
);

export const deathNotice: Provision = parameter(
  'death.notice',
  'holds',
  'The health facility in which somebody died issues the notice and shares its signed data',
  [
    row(
      '2016-01-01',
      '2024-06-30',
      true,
      cite('123/2015/NĐ-CP', 4, 2),
      'secondary',
      'By the head of the facility, on paper.',
    ),
    row(
      '2024-07-01',
      '2026-08-31',
      true,
      cite('63/2024/NĐ-CP', 25, 1),
      'secondary',
      'The applicant hands in no notice that was shared (art. 10 cl. 1 pt. b).',
    ),
    row('2026-09-01', open, true, cite('301/2026/NĐ-CP', 8), 'secondary', 'To the national portal.'),
  ],
);

/** A supplement mends the content; the agencies that were chosen stay (cơ quan có thẩm quyền). */
export const deathSupplementFields: Parameter<readonly string[]> = parameter(
  'death-group.fixed-fields',
  'fields',
  'Fields that a supplement may not change',
  [
    row(
      '2023-07-10',
      '2024-06-30',
      ['authorities'],
      cite('2084/VPCP-KSTT'),
      'secondary',
      'Read in a commune’s description of the process, March 2024.',
    ),
    row(
      '2024-07-01',
      open,
      ['authorities'],
      cite('63/2024/NĐ-CP'),
      'inferred',
      'Not found for this process; taken to go on.',
    ),
  ],
);

/** Thông báo dừng giải quyết hồ sơ: form 05 of the one-stop circular, and nothing before it. */
export const stopNotice: Provision = parameter(
  'death-group.stop-notice',
  'holds',
  'A file is stopped by a written notice',
  [
    row(
      '2025-07-01',
      open,
      true,
      cite('03/2025/TT-VPCP', 'form 05'),
      'secondary',
      'Only its list of forms was read; the cases in which a file may be stopped were not found.',
    ),
  ],
);
