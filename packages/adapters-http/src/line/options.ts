/** How a line is set up (cấu hình đường truyền), and its limits with their defaults. */
import type { SigningOptions } from '../signing/signing.js';
import type { LineNews } from './call.js';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Every limit of a line. All times are milliseconds. */
export type LineLimits = Readonly<{
  /** From sending a call until its answer is read whole; the outcome of a POST that lasts longer is unknown. */
  timeoutMs: number;
  /** Until a connection stands, its TLS handshake included. Keep it below `timeoutMs`: it is certain that nothing was sent. */
  connectMs: number;
  /** Retries of one call beside its first attempt. */
  retries: number;
  /** The pause before the first retry; it doubles, and chance takes up to half of it off. */
  retryPauseMs: number;
  /** The longest pause between two attempts. */
  retryPauseAtMostMs: number;
  /** Share of calls that may be retries, from 0 to 1: a line that is down is not asked three times as often. */
  retryShare: number;
  /** Retries that are at hand before any call has earned one. */
  retrySavings: number;
  /** So many failures in a row open the breaker; `Infinity` for never. */
  breakAfter: number;
  /** How long an open breaker lets nothing through; then one call tries. */
  breakMs: number;
  /** Calls under way at once, and calls that may wait for their turn; more are told that the line is busy. */
  atOnce: number;
  waiting: number;
  /** The most bytes of an answer that are read. */
  answerBytes: number;
  /** How long before its expiry a token is renewed. */
  renewBeforeMs: number;
}>;

export const LINE_LIMITS: LineLimits = {
  timeoutMs: 30_000,
  connectMs: 10_000,
  retries: 2,
  retryPauseMs: 200,
  retryPauseAtMostMs: 5_000,
  retryShare: 0.2,
  retrySavings: 10,
  breakAfter: 5,
  breakMs: 10_000,
  atOnce: 16,
  waiting: 256,
  answerBytes: 4_000_000,
  renewBeforeMs: 30_000,
};

/** OAuth 2.0 client credentials (RFC 6749 §4.4). Without a secret the client is known by its certificate (RFC 8705). */
export type Login = Readonly<{
  tokenAddress: string;
  clientId: string;
  clientSecret?: string;
  /** How the secret is sent; `basic` unless told. */
  method?: 'basic' | 'post';
  scope?: string;
}>;

/** PEM texts: whom to trust, and who we are (mTLS). */
export type LineTls = Readonly<{ ca?: string; cert?: string; key?: string; passphrase?: string }>;

export type LineOptions = Readonly<{
  /** The agency's coded name, as in faults and figures. */
  agency: string;
  /** Its base address; paths are put behind it. */
  base: string;
  login?: Login;
  tls?: LineTls;
  /** With it every call is signed (RFC 9421), its body by a `Content-Digest` (RFC 9530). */
  signing?: SigningOptions;
  limits?: Partial<LineLimits>;
  observe?: (news: LineNews) => void;
  /** In place of the network. */
  fetch?: Fetch;
  /** From 0 to 1, for pauses and span ids; `Math.random` unless told. */
  chance?: () => number;
  /** Milliseconds since the epoch, for tokens, signatures and waits; `Date.now` unless told. */
  now?: () => number;
}>;
