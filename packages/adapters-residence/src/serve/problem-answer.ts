/** Problems (RFC 9457) and JSON as a served agency answers them beside its purposes. */

import { PROBLEM_JSON, problemBody } from '@lienthong/adapters-http/wire';
import type { JsonValue } from '@lienthong/core/evidence';

export const problemAnswer = (...[type, status, title, more]: Parameters<typeof problemBody>): Response =>
  new Response(JSON.stringify(problemBody(type, status, title, more)), {
    status,
    headers: { 'content-type': PROBLEM_JSON },
  });

export const jsonAnswer = (body: JsonValue): Response =>
  new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
