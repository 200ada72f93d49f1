/** The network under a line: its own connections and certificates, and whether something was sent when they fail. */
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import type { Fetch, LineLimits, LineTls } from './options.js';

const NOT_CONNECTED = Symbol('not connected');

/** Codes of an injected fetch that say that no connection came about. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** TLS 1.3 tells a client that its certificate is missing or refused after its own handshake; no server reads on then. */
const CERTIFICATE_REFUSED = /^ERR_SSL_.*ALERT.*(CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE)/;

/** Whether an error says for certain that not a byte of the request was read by anybody. */
export const nothingSent = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, cause } = error as Readonly<{ code?: unknown; cause?: unknown }>;
  if (NOT_CONNECTED in error) return true;
  if (typeof code === 'string' && (NOTHING_SENT.has(code) || CERTIFICATE_REFUSED.test(code))) return true;
  return nothingSent(cause, depth + 1);
};

export type Network = Readonly<{ fetch: Fetch; close: () => Promise<void> }>;

/** Connections of this line alone; whatever fails before one stands is marked. */
export const openNetwork = (
  tls: LineTls | undefined,
  { connectMs, timeoutMs }: Pick<LineLimits, 'connectMs' | 'timeoutMs'>,
): Network => {
  const connector = buildConnector({ ...tls, timeout: connectMs });
  const agent = new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: (options, callback) =>
      connector(options, (...came) => {
        if (came[0] === null) return callback(...came);
        return callback(Object.assign(came[0], { [NOT_CONNECTED]: true }), null);
      }),
  });
  return {
    fetch: async (address, init) =>
      (await undiciFetch(address, { ...init, dispatcher: agent } as Parameters<
        typeof undiciFetch
      >[1])) as unknown as Response,
    close: () => agent.destroy(),
  };
};
