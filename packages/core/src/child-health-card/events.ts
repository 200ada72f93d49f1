/** What happens in the card leg (cấp thẻ BHYT cho trẻ dưới 6 tuổi), and the orders behind it. */
import type { Command, DomainEvent, Personal } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** The number stands in the child's sealed block. `validTo` is `null` where the law of the day gives no end. */
export type CardIssued = Of<'CardIssued', { issuedOn: PlainDate; validFrom: PlainDate; validTo: PlainDate | null }>;
export type CardRejected = Of<'CardRejected', { cause: 'CardDossierIncomplete'; items: readonly string[] }>;
/** An earlier agency erred (`field` says where): told to it, not refused to the citizen. */
export type CardReturnedUpstream = Of<'CardReturnedUpstream', { field: string }>;
export type CardEvent = CardIssued | CardRejected | CardReturnedUpstream;

export type ForwardCard = Command<'ForwardCard', Readonly<Record<never, never>>>;
export type IssueCard = Command<'IssueCard', Readonly<{ issuedOn: PlainDate; personal: Personal }>>;
export type RejectCard = Command<'RejectCard', Readonly<{ items: readonly string[] }>>;
export type ReturnCardUpstream = Command<'ReturnCardUpstream', Readonly<{ field: string }>>;
export type CardCommand = ForwardCard | IssueCard | RejectCard | ReturnCardUpstream;
