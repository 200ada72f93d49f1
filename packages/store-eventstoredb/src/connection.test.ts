import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConnection } from './connection.js';
import type { Connection } from './driver.js';

const taken = (connection: Connection): boolean => E.isRight(checkConnection(connection));

describe('what may stand in a connection string', () => {
  it('is a node, a list of nodes, or a name to look nodes up by', () => {
    for (const one of [
      'esdb://127.0.0.1:2113?tls=false',
      'esdb://one:2113,two:2113,three:2113',
      'esdb+discover://admin:changeit@cluster.example.vn:2113?tlsCAFile=/etc/ca.crt&keepAliveInterval=10000',
      'esdb://one:2113/?nodePreference=leader',
      ' esdb://one ',
    ]) {
      expect([one, taken(one)]).toEqual([one, true]);
    }
  });

  it('is not what the client would pass over, or print', () => {
    for (const one of [
      '',
      'http://one:2113',
      'kurrentdb://one:2113',
      'esdb://',
      'esdb://one:2113?throwOnAppendFailure=false',
      'esdb://one:2113?tlsVerifyCert=false',
      'esdb://one:2113?nodePreference=follower',
      'esdb://one:2113?unheardOf=1',
      'esdb://admin:changeit@one:2113?tls=false',
    ]) {
      expect([one, taken(one)]).toEqual([one, false]);
    }
  });

  it('is never repeated in a refusal', () => {
    const secret = fc.stringMatching(/^[a-z0-9]{8,20}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom('?tls=false', '?x=1', '?tlsVerifyCert=false'), (password, options) => {
        const refused = checkConnection(`esdb://admin:${password}@one:2113${options}`);
        expect(E.isLeft(refused)).toBe(true);
        expect(JSON.stringify(refused)).not.toContain(password);
      }),
    );
  });

  it('may come in parts', () => {
    const endpoint = { address: 'one', port: 2113 };
    const credentials = { username: 'admin', password: 'changeit' };
    expect(taken({ endpoint, credentials })).toBe(true);
    expect(taken({ endpoints: [endpoint, { address: 'two', port: 2113 }], tls: false })).toBe(true);
    expect(taken({ endpoint, tls: false, credentials })).toBe(false);
    expect(taken({ endpoints: [] })).toBe(false);
    expect(taken({ endpoint: { address: 'one', port: 0 } })).toBe(false);
  });
});
