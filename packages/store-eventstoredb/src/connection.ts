/**
 * What may stand in a connection string. The client passes over what it does not know, and prints the whole string, the
 * password with it: so everything is looked at before the client sees it.
 */
import type { BadInput } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Connection } from './driver.js';

const OPTIONS: ReadonlySet<string> = new Set(
  [
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'keepAliveInterval',
    'keepAliveTimeout',
    'maxDiscoverAttempts',
    'nodePreference',
    'tls',
    'tlsCAFile',
    'userCertFile',
    'userKeyFile',
  ].map((option) => option.toLowerCase()),
);

const FORM = /^esdb(?:\+discover)?:\/\/(?<login>[^:@/]+:[^@]+@)?(?<hosts>[^?@]+?)\/?(?:\?(?<options>.*))?$/;

const bad = (expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at: 'connection', expected });

const checkString = (text: string): Either<BadInput, string> => {
  const groups = FORM.exec(text.trim())?.groups;
  if (groups === undefined) return bad('esdb://host:port or esdb+discover://host:port, with options after ?');
  const options = (groups['options'] ?? '').split('&').filter((option) => option !== '');
  let tls = true;
  for (const option of options) {
    const [key = '', value = ''] = option.split('=');
    const name = key.toLowerCase().replace(/[_-]/g, '');
    if (!OPTIONS.has(name)) return bad(`only these options: ${[...OPTIONS].join(', ')}`);
    if (name === 'tls') tls = value !== 'false';
    if (name === 'nodepreference' && value.toLowerCase() !== 'leader') {
      return bad('nodePreference=leader: what was just written must be read');
    }
  }
  return !tls && groups['login'] !== undefined ? insecureLogin : E.right(text.trim());
};

const insecureLogin = bad('no name and password where tls=false: they would not be sent');

const isPort = (port: unknown): boolean => Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536;

/** Errors: `BadInput`, which never repeats what was given. */
export const checkConnection = (connection: Connection): Either<BadInput, Connection> => {
  if (typeof connection === 'string') return checkString(connection);
  const nodes = 'endpoint' in connection ? [connection.endpoint] : connection.endpoints;
  if (nodes.length === 0 || !nodes.every(({ address, port }) => address !== '' && isPort(port))) {
    return bad('the address and port of each node');
  }
  return connection.tls === false && connection.credentials !== undefined ? insecureLogin : E.right(connection);
};
