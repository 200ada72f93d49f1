/** What happens in the residence leg (đăng ký thường trú cho trẻ), and the orders behind it. */
import type { Command, DomainEvent } from '../kernel/index.js';
import type { Consenter } from '../law/parameters/residence.js';
import type { PlainDate } from '../values/plain-date.js';
import type { ResidenceRefusalReason } from './ports.js';

export type { Consenter };

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** `mode` is one that the law lists on that day. */
export type ConsentRecorded = Of<'ConsentRecorded', { from: Consenter; mode: string }>;
export type ConsentExpired = Of<'ConsentExpired', { from: Consenter }>;
export type VerificationOpened = Of<'VerificationOpened', { cause: string }>;
export type ResidenceRegistered = Of<'ResidenceRegistered', { entry: string; registeredOn: PlainDate }>;
export type ResidenceRefused = Of<'ResidenceRefused', { cause: ResidenceRefusalReason }>;
/** Sent back because an earlier agency erred; the citizen is refused nothing. */
export type ResidenceReturnedUpstream = Of<'ResidenceReturnedUpstream', { field: string }>;

export type ResidenceEvent =
  | ConsentRecorded
  | ConsentExpired
  | VerificationOpened
  | ResidenceRegistered
  | ResidenceRefused
  | ResidenceReturnedUpstream;

export type ForwardResidence = Command<'ForwardResidence', Readonly<Record<never, never>>>;
export type RecordConsent = Command<'RecordConsent', Readonly<{ from: Consenter; mode: string }>>;
export type ExpireConsent = Command<'ExpireConsent', Readonly<{ from: Consenter }>>;
export type OpenVerification = Command<'OpenVerification', Readonly<{ cause: string }>>;
/** The police decide at their own desk, where no answer can come through the line. */
export type DecideResidence = Command<
  'DecideResidence',
  Readonly<
    | { decision: 'register'; entry: string; registeredOn: PlainDate }
    | { decision: 'refuse'; cause: ResidenceRefusalReason }
  >
>;

export type ResidenceCommand = ForwardResidence | RecordConsent | ExpireConsent | OpenVerification | DecideResidence;
