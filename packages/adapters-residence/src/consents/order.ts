/**
 * A confirmed consent as an order to record it (lệnh ghi nhận ý kiến đồng ý). The command follows from the case, whose consent it
 * is and the confirmation, so that the same one sent again writes nothing, and another under its name is found out.
 */
import { type Command, consequentId, type Instant } from '@lienthong/core';
import type { Consenter, ResidenceCommand } from '@lienthong/core/permanent-residence';
import type { SentConsent } from '../wire/consent.schema.js';

export type RecordConsent = Extract<ResidenceCommand, Command<'RecordConsent'>>;
export type ConsentOrder = Readonly<{ stream: string; command: RecordConsent }>;

const idOf = (caseId: string, from: Consenter, confirmation: string, sender: string): string =>
  consequentId(`consent/${caseId}/${from}/${sender}/${confirmation}`);

export const consentOrder = (
  { caseId, from, mode, confirmation, by }: SentConsent,
  sender: string,
  at: Instant,
): ConsentOrder => ({
  stream: `birth-${caseId}`,
  command: {
    id: idOf(caseId, from, confirmation, sender),
    type: 'RecordConsent',
    at,
    actor: { id: by, role: 'relative', receivedAt: sender },
    data: { from, mode },
  },
});
