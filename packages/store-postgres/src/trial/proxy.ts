/**
 * A wire between the journal and its server that can be cut or answered on at the worst moment: at an append, before the server
 * hears of it or after it has committed. It knows an append by the name of its statement. Not published.
 */
import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import type { Interruption, Loss } from '@lienthong/testing/store-contract';

export type Wire = Readonly<{
  /** The server's URL, by way of the wire. */
  url: string;
  drop: (when: Loss) => void;
  interrupt: (by: Interruption) => void;
  /** Lets nothing through any more, in either direction, without ending any connection; answers how to go on. */
  freeze: () => () => void;
  close: () => Promise<void>;
}>;

type Plan = Readonly<{ loss: Loss }> | Readonly<{ says: string }>;

const SAYS: Readonly<Record<Interruption, string>> = {
  timeout: '57014',
  serialization: '40001',
  deadlock: '40P01',
  shutdown: '57P01',
};

const APPEND = Buffer.from('lienthong_write_');
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

const endsWith = (chunk: Buffer, end: Buffer): boolean => chunk.subarray(-end.length).equals(end);

/** An error of the server's own form, and that it is ready for the next question. */
const errorMessage = (code: string): Buffer => {
  const fatal = code.startsWith('57P');
  const severity = fatal ? 'FATAL' : 'ERROR';
  const fields = Buffer.from(`S${severity}\0V${severity}\0C${code}\0Mas the trial says\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields, ...(fatal ? [] : [READY])]);
};

export const startProxy = async (target: string): Promise<Wire> => {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let plan: Plan | undefined;
  let frozen = false;

  const wire = (client: Socket): void => {
    const server = dial(Number(to.port === '' ? 5432 : to.port), to.hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    }
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    client.once('close', cut);
    server.once('close', cut);
    let speaksFor: string | undefined;
    let lastWord = false;

    client.on('data', (chunk: Buffer) => {
      if (frozen) return;
      if (plan !== undefined && chunk.includes(APPEND)) {
        const now = plan;
        plan = undefined;
        if ('says' in now) speaksFor = now.says;
        else if (now.loss === 'before-commit') return cut();
        else lastWord = true;
      }
      if (speaksFor === undefined) return void server.write(chunk);
      if (!endsWith(chunk, SYNC)) return;
      client.write(errorMessage(speaksFor), () => {
        if (speaksFor?.startsWith('57P') === true) cut();
        speaksFor = undefined;
      });
    });
    server.on('data', (chunk: Buffer) => {
      if (frozen) return;
      if (!lastWord) client.write(chunk);
      else if (endsWith(chunk, READY)) cut();
    });
  };

  const listener = createServer(wire).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    drop: (loss) => {
      plan = { loss };
    },
    interrupt: (by) => {
      plan = { says: SAYS[by] };
    },
    freeze: () => {
      frozen = true;
      return () => {
        frozen = false;
        for (const socket of sockets) socket.destroy();
      };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
};
