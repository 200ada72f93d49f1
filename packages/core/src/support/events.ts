/** The support team (tổ hỗ trợ): hard cases handed to people, their guidance, and how it ended. */
import type { Command, DomainEvent } from '../kernel/index.js';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** `about` is a request, a deadline or `case`; `lookFor` coded words that help a person find it at the agency. */
export type Escalated = Of<'Escalated', { about: string; cause: string; lookFor?: string }>;
/** `guidance` is a coded piece of advice; free text stays in the sealed block `note`. */
export type GuidanceGiven = Of<'GuidanceGiven', { about: string; guidance: string }>;
export type EscalationResolved = Of<'EscalationResolved', { about: string; resolution: string }>;
export type SupportEvent = Escalated | GuidanceGiven | EscalationResolved;

export type Escalate = Command<'Escalate', Readonly<{ about: string; cause: string }>>;
export type GiveGuidance = Command<'GiveGuidance', Readonly<{ about: string; guidance: string }>>;
export type ResolveEscalation = Command<'ResolveEscalation', Readonly<{ about: string; resolution: string }>>;
export type SupportCommand = Escalate | GiveGuidance | ResolveEscalation;
