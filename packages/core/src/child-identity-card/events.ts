/** What happens in the identity-card leg (cấp thẻ căn cước cho trẻ dưới 6 tuổi), and the orders behind it. */
import type { Command, DomainEvent } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

export type IdentityCardIssued = Of<'IdentityCardIssued', { issuedOn: PlainDate }>;
export type IdentityCardRefused = Of<'IdentityCardRefused', { cause: string }>;
export type IdentityCardEvent = IdentityCardIssued | IdentityCardRefused;

export type ForwardIdentityCard = Command<'ForwardIdentityCard', Readonly<Record<never, never>>>;
export type DecideIdentityCard = Command<
  'DecideIdentityCard',
  Readonly<{ decision: 'issue'; issuedOn: PlainDate } | { decision: 'refuse'; cause: string }>
>;
export type IdentityCardCommand = ForwardIdentityCard | DecideIdentityCard;
