/** What the card leg asks of social insurance (BHXH): the health-insurance card of a child under six. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';

export type CardToIssue = Readonly<{
  bornOn: PlainDate;
  commune: string;
  firstFacility?: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type CardAnswer =
  | Readonly<{ outcome: 'issued'; cardNumber: string; issuedOn: PlainDate }>
  | Readonly<{ outcome: 'rejected'; reason: 'CardDossierIncomplete'; items: readonly string[] }>
  | Readonly<{ outcome: 'returned'; field: string }>;

export type InsuranceAgency = Desk<CardToIssue, CardAnswer>;
