/** What `deadlines death` calls its lines: a leg by its name, a link of a chain by who decides. */
import type { DeathLegDeadline } from '@lienthong/core/death-case';
import type { DecidingBody } from '@lienthong/core/law';
import type { Text } from '../language.js';
import { legText } from './legs.js';

/** One chain bounds the funeral benefit and, where social insurance pays, the survivors'. */
export const deadlineText = (leg: DeathLegDeadline['leg']): Text =>
  leg === 'funeral' ? { vi: 'Mai táng phí, tử tuất', en: 'Funeral and survivor benefit' } : legText('death', leg);

export const bodyText: Readonly<Record<DecidingBody, Text>> = {
  commune: { vi: 'cấp xã', en: 'the commune' },
  district: { vi: 'cấp huyện', en: 'the district' },
  province: { vi: 'cấp tỉnh', en: 'the province' },
  'social-insurance': { vi: 'cơ quan BHXH', en: 'social insurance' },
};
