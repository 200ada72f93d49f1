/**
 * A scenario whose agencies are spoken to over loopback HTTP (mô phỏng qua HTTP): the doubles stand behind real servers, replies that
 * come by themselves are posted, signed, to the receiver of an inbox.
 */
import { generateKeyPairSync } from 'node:crypto';
import type { LineOptions } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { Instant } from '@lienthong/core';
import type { Agencies } from '@lienthong/testing/agencies';
import { agenciesOver, below } from '../agencies/agencies-over.js';
import { CALLBACKS, callbackReceiver } from '../agencies/callbacks.js';
import { httpServer } from '../agencies/http-server.js';
import { type ServedAgencies, servedAgencies } from '../agencies/served-agencies.js';

/** Time is virtual, so nothing here may wait for long: pauses of a millisecond, and as many calls at once as the courier makes. */
export const IN_VIRTUAL_TIME: LineOptions['limits'] = {
  retries: 1,
  retryPauseMs: 1,
  retryPauseAtMostMs: 1,
  breakAfter: 50,
  breakMs: 1,
  atOnce: 64,
  waiting: 100_000,
};

/** The only client that the loopback servers know. */
export const CLIENT = { id: 'sandbox', secret: 'sandbox' } as const;

const GROUPS = ['births', 'deaths'] as const;
export const KEY_ID = 'sandbox';

export type PlayOverHttp = Readonly<{
  /** The base address below which the agencies stand. */
  address: string;
  /** Puts the doubles behind the servers; they are asked as before. */
  serve: (agencies: Agencies) => Agencies;
  /** Puts the doubles behind the servers, and asks them over HTTP from now on. */
  replace: (agencies: Agencies) => Agencies;
  /** Posts what is due by now; the groups for which anything may have come. */
  onMoment: (now: Instant) => Promise<readonly (typeof GROUPS)[number][]>;
  close: () => Promise<void>;
}>;

const isDue = (at: Instant | undefined, now: Instant): boolean => at !== undefined && at <= now;

export const playOverHttp = async (inbox: Inbox): Promise<PlayOverHttp> => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const receive = callbackReceiver(inbox, { keyId: KEY_ID, publicKey });
  let doubles: Agencies | undefined;
  let served: ServedAgencies | undefined;
  const server = await httpServer(0, async (request) => {
    if (new URL(request.url).pathname.startsWith(`${CALLBACKS}/`)) return receive(request);
    return (await served?.fetch(request)) ?? new Response(null, { status: 404 });
  });
  const { address } = server;
  const over = agenciesOver({ addressOf: below(address), inbox, client: CLIENT, limits: IN_VIRTUAL_TIME });
  const serve = (agencies: Agencies): Agencies => {
    doubles = agencies;
    served = servedAgencies(
      { births: agencies.desks, deaths: agencies.deathDesks },
      {
        login: { clients: { [CLIENT.id]: CLIENT.secret } },
        signing: { keyId: KEY_ID, algorithm: 'ed25519', privateKey },
        hangUp: server.cut,
      },
    );
    return agencies;
  };
  return {
    address,
    serve,
    replace: (agencies) => ({ ...serve(agencies), desks: over.births, deathDesks: over.deaths }),
    onMoment: async (now) => {
      const due = GROUPS.filter((about) => isDue(doubles?.nextAt(about), now));
      if (due.length === 0 || served === undefined) return [];
      for (;;) {
        const { accepted, kept } = await served.post(`${address}${CALLBACKS}`);
        if (accepted === 0 || kept === 0) return due;
      }
    },
    close: async () => {
      await over.close();
      await server.close();
    },
  };
};
