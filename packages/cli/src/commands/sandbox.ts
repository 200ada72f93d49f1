/** `sandbox`: serves the doubles of all agencies over HTTP on loopback, until somebody ends it. */

import { E, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { DIRECTORY } from '../agencies/directory.js';
import { type HttpServer, httpServer } from '../agencies/http-server.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { addressAt, countAt, oneOf } from '../options.js';
import { outOfReach } from '../problem.js';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.js';
import { steeredClock } from '../sandbox/steered-clock.js';

type Options = Readonly<{ port: string; faults: string; seed: string; callback?: string }>;

const texts = {
  about: {
    vi: 'mở các cơ quan giả lập qua HTTP trên máy này',
    en: 'serve the doubles of all agencies on this machine',
  },
  port: { vi: 'cổng (0: cổng trống bất kỳ)', en: 'the port (0 for any free one)' },
  faults: { vi: 'sự cố: none, field hoặc storm', en: 'faults: none, field or storm' },
  seed: { vi: 'hạt giống ngẫu nhiên', en: 'seed of chance' },
  callback: { vi: 'địa chỉ để gửi trả kết quả', en: 'address to which replies are posted' },
} as const satisfies Readonly<Record<string, Text>>;

const taken = outOfReach({
  vi: 'cổng ấy đang có chương trình khác dùng.',
  en: 'that port is taken by another program.',
});

/** How often it is looked whether a reply is due, in milliseconds. */
const LOOK_MS = 500;

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });

const told = ({ address }: HttpServer): Text => ({
  vi: `Môi trường thử nghiệm: ${address}/ (Ctrl-C để dừng)`,
  en: `The sandbox is at ${address}/ (Ctrl-C ends it)`,
});

/** Posts what is due again and again, never twice at once. */
const postAgainAndAgain = ({ post }: Sandbox): (() => void) => {
  let under = false;
  const look = async (): Promise<void> => {
    if (under) return;
    under = true;
    await post().catch(() => undefined);
    under = false;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
};

const served = (context: Context, options: Options): Work => {
  const { io, say, json } = context;
  const port = countAt('--port', options.port);
  if (E.isLeft(port)) return TE.left(port.left);
  const faults = oneOf('--faults', options.faults, ['none', 'field', 'storm'] as const);
  if (E.isLeft(faults)) return TE.left(faults.left);
  const seed = countAt('--seed', options.seed);
  if (E.isLeft(seed)) return TE.left(seed.left);
  const callback = options.callback === undefined ? E.right(undefined) : addressAt('--callback', options.callback);
  if (E.isLeft(callback)) return TE.left(callback.left);
  context.endsByItself?.();
  return async () => {
    let server: HttpServer | undefined;
    const outside = (): number => Date.parse(io.now());
    const sandbox = createSandbox({
      clock: steeredClock(io.now(), outside),
      law: lawBook(),
      faults: faults.right,
      seed: seed.right,
      hangUp: (request) => server?.cut(request),
      ...(callback.right !== undefined && { callback: callback.right }),
    });
    try {
      server = await httpServer(port.right, sandbox.fetch);
    } catch {
      return E.left(taken);
    }
    const stop = postAgainAndAgain(sandbox);
    const agencies = Object.fromEntries(
      DIRECTORY.map(({ wire }) => [wire.agency, `${server?.address}/${wire.agency}`]),
    );
    if (json) await io.out(`${JSON.stringify({ address: server.address, agencies })}\n`);
    else await io.out(`${say(told(server))}\n${Object.values(agencies).join('\n')}\n`);
    await ended(io.interrupted);
    stop();
    await server.close();
    return E.right({ exit: 0 } satisfies Answer);
  };
};

export const sandbox: Join = (program, { say, does }) => {
  program
    .command('sandbox')
    .description(say(texts.about))
    .option('--port <N>', say(texts.port), '8090')
    .option('--faults <PROFILE>', say(texts.faults), 'none')
    .option('--seed <N>', say(texts.seed), '1')
    .option('--callback <URL>', say(texts.callback))
    .action(does(served));
};
