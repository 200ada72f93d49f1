/** Both sides over sockets on loopback: subscribe, register, be told, search. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createLine } from '@lienthong/adapters-http';
import { E } from '@lienthong/core/fp';
import { afterEach, describe, expect, it } from 'vitest';
import { dciClient, dciReceiver, memorySeen, newbornEnrolment, type Proposal, RECORD_TYPE } from './client/index.js';
import { dciNotices, dciRegistry, NOTICED_EVENTS } from './index.js';
import { CHILD, PAYER, REGISTRY, twoSides } from './trial/two-sides.js';
import { eventCodes } from './vital-events.js';

const closing: (() => Promise<void>)[] = [];
const listening = (fetch: (request: Request) => Promise<Response>): Promise<string> =>
  new Promise((ready) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      ready(`http://127.0.0.1:${port}`),
    );
    closing.push(() => new Promise((closed) => server.close(() => closed())));
  });
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

describe('over sockets', () => {
  it('a birth that is registered becomes a proposal, and can be searched for', async () => {
    const sides = await twoSides();
    const { clock, newId, ours, theirs } = sides;
    const proposals: Proposal[] = [];
    const registries = [{ id: REGISTRY, keys: [ours.public] }];
    const propose = (proposal: Proposal) => async () => {
      proposals.push(proposal);
      return E.right(undefined);
    };
    let tellSubscribed: (status: string) => void = () => undefined;
    const subscribed = new Promise<string>((tell) => {
      tellSubscribed = tell;
    });
    const callback = await listening(
      dciReceiver({
        id: PAYER,
        registries,
        clock,
        newId,
        seen: memorySeen(),
        on: {
          notify: newbornEnrolment({ propose }),
          subscribe:
            ({ message }) =>
            async () => {
              tellSubscribed(message?.subscribe_response[0]?.status ?? 'nothing');
              return E.right(undefined);
            },
        },
      }),
    );
    const options = {
      ...sides.options,
      fetch,
      senders: sides.options.senders.map((sender) => ({ ...sender, callback })),
    };
    const address = await listening(dciRegistry(options));
    const registry = { id: REGISTRY, keys: [ours.public] };
    const line = createLine({ agency: 'civil-registry', base: address });
    closing.push(() => line.close());
    const client = dciClient({ id: PAYER, key: theirs.secret, registry, way: { line }, clock, newId });

    const wanted = { reg_event_type: eventCodes['live-birth'], filter: {}, notify_record_type: RECORD_TYPE };
    expect(E.isRight(await client.subscribe(wanted)())).toBe(true);
    expect(await subscribed).toBe('succ');
    await sides.registerBirth('00000000-0000-5000-8000-0000000000b1');
    const page = await sides.journal.feed({ types: NOTICED_EVENTS })();
    if (E.isLeft(page)) throw new Error(page.left.kind);
    expect(E.isRight(await dciNotices(options)({ events: page.right.events })())).toBe(true);
    expect(proposals).toMatchObject([{ propose: 'enrol-newborn', personalNumber: CHILD }]);
    const query = { type: 'UIN', value: CHILD };
    const found = await client.syncSearch({ query_type: 'idtype-value', query })();
    expect(E.isRight(found) && found.right.search_response).toMatchObject([{ pagination: { total_count: 1 } }]);
  });
});
