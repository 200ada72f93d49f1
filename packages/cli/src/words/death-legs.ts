/** The legs of an application after a death, and who decides on money, in words. */
import type { DeathLegDeadline } from '@lienthong/core/death-case';
import type { DecidingBody } from '@lienthong/core/law';
import type { Text } from '../language.js';

export const deathLegText: Readonly<Record<DeathLegDeadline['leg'], Text>> = {
  death: { vi: 'Khai tử', en: 'Death registration' },
  residence: { vi: 'Xóa thường trú', en: 'Residence deletion' },
  funeral: { vi: 'Mai táng phí, tử tuất', en: 'Funeral and survivor benefit' },
  whole: { vi: 'Toàn bộ', en: 'The whole' },
};

export const bodyText: Readonly<Record<DecidingBody, Text>> = {
  commune: { vi: 'cấp xã', en: 'the commune' },
  district: { vi: 'cấp huyện', en: 'the district' },
  province: { vi: 'cấp tỉnh', en: 'the province' },
  'social-insurance': { vi: 'cơ quan BHXH', en: 'social insurance' },
};
