/** What one attempt came to (kết cục một lần gọi), and what may follow from it on the same line. */
import { type Fault, type OutcomeUnknown, type UnavailableCode, unavailable } from '@lienthong/core';
import type { Heard } from './call.js';

export type Trouble = Readonly<{
  kind: 'trouble';
  problem: Fault | OutcomeUnknown;
  status?: number;
  /** The same line may try again by itself. */
  again: boolean;
  /** The agency seems to be away: the breaker counts it. */
  away: boolean;
}>;

export type Outcome = Readonly<{ kind: 'heard'; heard: Heard }> | Trouble;

export const codeOf = (problem: Fault | OutcomeUnknown): string =>
  problem.kind === 'Unavailable' ? problem.code : problem.kind === 'OutcomeUnknown' ? 'outcome-unknown' : problem.kind;

export const fault = (
  system: string,
  code: UnavailableCode,
  {
    status,
    waitMs,
    again = false,
    away = false,
    retry = true,
  }: Readonly<{
    status?: number;
    waitMs?: number | undefined;
    again?: boolean;
    away?: boolean;
    retry?: boolean;
  }> = {},
): Trouble => ({
  kind: 'trouble',
  problem: { ...unavailable(system, code, retry), ...(waitMs !== undefined && { waitMs }) },
  ...(status !== undefined && { status }),
  again,
  away,
});

export const unknown = (
  system: string,
  { status, away = false }: Readonly<{ status?: number; away?: boolean }> = {},
): Trouble => ({
  kind: 'trouble',
  problem: { kind: 'OutcomeUnknown', system },
  ...(status !== undefined && { status }),
  again: false,
  away,
});
