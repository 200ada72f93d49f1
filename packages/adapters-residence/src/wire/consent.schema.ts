/** Consents that come in (ý kiến đồng ý): somebody of the household confirms in VNeID that the child may be entered there. */
import type { Consenter } from '@lienthong/core/permanent-residence';
import { code, fields, oneOf, type Received } from '@lienthong/core/received';

export type SentConsent = Readonly<{
  caseId: string;
  from: Consenter;
  /** One of the modes that the law lists on that day; VNeID is `online`. */
  mode: string;
  /** What whoever sends it calls this confirmation; the same one keeps it. */
  confirmation: string;
  /** Who confirmed, by a code of the sender's: never a name or a personal number. */
  by: string;
}>;

export const consent: Received<SentConsent> = fields({
  caseId: code(),
  from: oneOf('owner', 'household-head', 'parent'),
  mode: code(),
  confirmation: code(),
  by: code(),
});
