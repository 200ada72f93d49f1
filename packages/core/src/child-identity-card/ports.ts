/** What the identity-card leg asks of the identity authority (cơ quan quản lý căn cước), from 1 September 2026. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';

export type IdentityCardToIssue = Readonly<{
  bornOn: PlainDate;
  commune: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type IdentityCardAnswer =
  | Readonly<{ outcome: 'issued'; issuedOn: PlainDate }>
  | Readonly<{ outcome: 'refused'; reason: string }>;

export type IdentityAuthority = Desk<IdentityCardToIssue, IdentityCardAnswer>;
