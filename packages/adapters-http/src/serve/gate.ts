/**
 * The same gate for what an agency serves beside its purposes (kiểm soát truy cập): whoever may not look up a request may not
 * look up anything else, and where requests must be signed these must be too.
 */
import { isSigned } from '../signing/verifying.js';
import { problemAnswer } from '../wire/answering.js';
import type { ServedAgency, ServeOptions } from './serve-agency.js';

/** The answer to whoever may not come in. The login is known to the served agency alone, so it is asked at a look-up. */
export const stopAt = async (
  served: ServedAgency,
  lookUp: string,
  { login, signatures }: ServeOptions,
  request: Request,
): Promise<Response | undefined> => {
  if (login !== undefined) {
    const authorization = request.headers.get('authorization');
    const headers = authorization === null ? {} : { authorization };
    const tried = await served.fetch(new Request(new URL(lookUp, request.url), { headers }));
    if (tried.status === 401) return tried;
  }
  if (signatures === undefined || request.method !== 'POST') return undefined;
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  return (await isSigned(signatures, request, bytes))
    ? undefined
    : problemAnswer('not-taken', 401, 'The signature does not do');
};
