/**
 * What a status and a body mean (ý nghĩa phản hồi). A POST that may have had an effect is only called a fault where it is
 * certain that nothing was taken: by a problem that says so, or by 401 and 403, which HTTP itself defines that way (RFC 9110
 * §15.5.2, §15.5.4). A 4xx without such a problem, 422 and 404 among them, may come from a gateway behind which the agency has
 * acted, so its outcome is unknown; with one it is a desk `closed` to this request, which asking again does not open.
 */
import type { JsonValue } from '@lienthong/core/evidence';
import { NOT_TAKEN, type Problem, readProblem } from '../wire/problem.js';
import { readJson } from './bounded-body.js';
import type { Call } from './call.js';
import { fault, type Outcome, type Trouble, unknown } from './outcome.js';

export type Said = Readonly<{
  status: number;
  contentType: string | null;
  bytes: Uint8Array;
  waitMs: number | undefined;
}>;

const ok = (status: number): boolean => status >= 200 && status < 300;

/** Certain that nothing was taken. */
const notTaken = (agency: string, { status, waitMs }: Said, away: boolean): Trouble => {
  if (status === 401 || status === 403) return fault(agency, 'login-refused', { status });
  if (status === 429 || waitMs !== undefined) return fault(agency, 'busy', { status, waitMs });
  if (status >= 500) return fault(agency, 'unreachable', { status, away, again: true });
  return fault(agency, 'closed', { status, retry: false });
};

/** Neither an answer nor a promise: only what nobody minds being asked twice may be called a fault. */
const trouble = (agency: string, call: Call, { status, waitMs }: Said): Trouble => {
  const away = status >= 500;
  if (status === 401 || status === 403) return fault(agency, 'login-refused', { status });
  const safe = call.method === 'GET' || call.repeatable === true;
  if (safe && (status === 429 || (status === 503 && waitMs !== undefined))) {
    return fault(agency, 'busy', { status, waitMs });
  }
  if (call.method === 'POST') return { ...unknown(agency, { status, away }), again: safe && away };
  return away
    ? fault(agency, 'unreachable', { status, away, again: true })
    : fault(agency, 'malformed-answer', { status });
};

const read = (agency: string, call: Call, { status }: Said, body: JsonValue | undefined): Outcome => {
  if (status === 204 || body !== undefined) {
    return { kind: 'heard', heard: { status, ...(body !== undefined && { body }) } };
  }
  return call.method === 'POST' ? unknown(agency, { status }) : fault(agency, 'malformed-answer', { status });
};

export const judge = (agency: string, call: Call, said: Said): Outcome => {
  const body = readJson(said.contentType, said.bytes);
  if (ok(said.status)) return read(agency, call, said, body);
  const problem: Problem | undefined = readProblem(body);
  if (problem !== undefined && call.answers?.includes(problem.type) === true) {
    return { kind: 'heard', heard: { status: said.status, problem: problem.type } };
  }
  return problem?.type === NOT_TAKEN && said.status >= 400
    ? notTaken(agency, said, said.status >= 500)
    : trouble(agency, call, said);
};
