/** An HTTP server on loopback (máy chủ nội bộ): answers requests, and can cut a connection before its answer leaves. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export type HttpServer = Readonly<{
  address: string;
  port: number;
  /** Cuts the connection on which this request came, its answer unsaid. */
  cut: (request: Request) => void;
  close: () => Promise<void>;
}>;

const LOOPBACK = '127.0.0.1';

/** Any free port for 0. Rejects when the port is taken. */
export const httpServer = async (
  port: number,
  handle: (request: Request) => Promise<Response>,
): Promise<HttpServer> => {
  const sockets = new WeakMap<Request, Socket>();
  const listener = getRequestListener(
    async (request, { incoming }) => {
      sockets.set(request, incoming.socket as Socket);
      return handle(request);
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void listener(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => ready());
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${taken}`,
    port: taken,
    cut: (request) => void sockets.get(request)?.destroy(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
