/** The support team (tổ hỗ trợ): hard cases handed to people, who looks after them, their guidance, and how it ended. */
import type { Command, DomainEvent } from '../kernel/index.js';
import type { Guidance } from './guidance.js';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** `about` is a request, a deadline or `case`; `lookFor` coded words that help a person find it at the agency. */
export type Escalated = Of<'Escalated', { about: string; cause: string; lookFor?: string }>;
/** `guidance` is a coded piece of advice; free text stays in the sealed block `note`. */
export type GuidanceGiven = Of<'GuidanceGiven', { about: string; guidance: string }>;
export type EscalationResolved = Of<'EscalationResolved', { about: string; resolution: string }>;
/** Somebody of the team looks after it from now on; `by` is their coded id. */
export type TakenUp = Of<'TakenUp', { about: string; by: string }>;
/** Nobody does any more. */
export type HandedBack = Of<'HandedBack', { about: string }>;
export type SupportEvent = Escalated | GuidanceGiven | EscalationResolved | TakenUp | HandedBack;

export type Escalate = Command<'Escalate', Readonly<{ about: string; cause: string }>>;
export type GiveGuidance = Command<'GiveGuidance', Readonly<{ about: string; guidance: Guidance }>>;
export type ResolveEscalation = Command<'ResolveEscalation', Readonly<{ about: string; resolution: string }>>;
export type TakeUp = Command<'TakeUp', Readonly<{ about: string }>>;
export type HandBack = Command<'HandBack', Readonly<{ about: string }>>;
export type SupportCommand = Escalate | GiveGuidance | ResolveEscalation | TakeUp | HandBack;
