/** A served agency behind a real server: what its desk does not want to say is a cut connection, and an unknown outcome. */

import type { AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { E } from '@lienthong/core/fp';
import { afterEach, describe, expect, it } from 'vitest';
import { httpDesk } from '../desk/http-desk.js';
import { createLine } from '../line/line.js';
import { agencyOf, answered, parcel, parcelWire, scripted } from '../trial/wires.js';
import { serveAgency } from './serve-agency.js';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe('a served agency behind a real server', () => {
  it('cuts the connection where the outcome is not to be known, and serves the next', async () => {
    let lost = true;
    const office = scripted('queryable', () =>
      lost ? E.left({ kind: 'OutcomeUnknown', system: 'insurance' }) : E.right(answered(2)),
    );
    const sockets = new WeakMap<Request, Socket>();
    let cut = 0;
    const agency = serveAgency(
      agencyOf('queryable'),
      { '/cards': office.desk },
      {
        hangUp: (request) => {
          cut += 1;
          sockets.get(request)?.destroy();
        },
      },
    );
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve(
        {
          hostname: '127.0.0.1',
          port: 0,
          fetch: (request, env) => {
            sockets.set(request, (env as Readonly<{ incoming: Readonly<{ socket: Socket }> }>).incoming.socket);
            return agency.fetch(request);
          },
        },
        () => resolve(started),
      );
    });
    open.push(() => new Promise((resolve) => server.close(resolve)));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const line = createLine({ agency: 'insurance', base });
    open.unshift(() => line.close());
    const desk = httpDesk(line, parcelWire('queryable'));
    expect(await desk.ask(parcel())()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
    expect([cut, office.asked.length]).toEqual([1, 1]);
    lost = false;
    expect(await desk.find?.(parcel())()).toEqual(E.right(answered(1)));
    expect(await desk.ask(parcel())()).toEqual(E.right(answered(2)));
    expect(await desk.collect()()).toEqual(E.right([]));
  });
});
