/** Answers as this protocol writes them, for whoever serves it: JSON, problems, nothing. */
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';
import { PROBLEM_JSON, problemBody } from './problem.js';

type Headers_ = Readonly<Record<string, string>>;

export const jsonAnswer = (status: number, body: JsonValue, headers: Headers_ = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const problemAnswer = (
  type: string,
  status: number,
  title: string,
  more: JsonObject = {},
  headers: Headers_ = {},
): Response =>
  new Response(JSON.stringify(problemBody(type, status, title, more)), {
    status,
    headers: { 'content-type': PROBLEM_JSON, ...headers },
  });

export const emptyAnswer = (status: number): Response => new Response(null, { status });
