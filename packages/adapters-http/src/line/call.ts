/** One call over a line (cuộc gọi), what may come of it, and what is reported about it: always values, never an exception. */
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import type { JsonValue } from '@lienthong/core/evidence';
import type { TE } from '@lienthong/core/fp';

export type Call = Readonly<{
  /** What it is for, in a code: shown in reports. */
  purpose: string;
  method: 'GET' | 'POST';
  /** Below the base address of the line, such as `/births`. */
  path: string;
  /** The key of the request it belongs to: its trace, and for a POST its `Idempotency-Key`. */
  key?: string;
  body?: JsonValue;
  /** What the body is, where it is a kind of JSON with a name of its own; `application/json` unless said. */
  contentType?: string;
  /** A POST that may be made twice without a second effect; a GET always may. */
  repeatable?: boolean;
  /** Types of problem that are an answer to this call, and not a trouble. */
  answers?: readonly string[];
}>;

/** What the agency said: JSON that was read whole, or nothing (204); `problem` where the call takes that one for an answer. */
export type Heard = Readonly<{ status: number; body?: JsonValue; problem?: string }>;

/** One attempt, in codes. No body, address or name is ever in it. */
export type LineNews = Readonly<{
  agency: string;
  purpose: string;
  method: 'GET' | 'POST';
  /** From 1; the attempts of one call share their trace. */
  attempt: number;
  traceId: string;
  ms: number;
  status?: number;
  /** `ok`, `skipped` (a delivery that does not read), `outcome-unknown`, or the code of the fault. */
  code: string;
}>;

/** A line to one agency (đường truyền tới một cơ quan). */
export type Line = Readonly<{
  agency: string;
  call: (call: Call) => TE.TaskEither<Fault | OutcomeUnknown, Heard>;
  /** Tells whoever listens; what they throw is dropped. */
  tell: (news: Omit<LineNews, 'agency'>) => void;
  /** Closes its connections; calls after it find the agency closed. */
  close: () => Promise<void>;
}>;
