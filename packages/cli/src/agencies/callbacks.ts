/** Where agencies call back (nhận phản hồi): every agency below its coded name, every delivery checked, then kept in the inbox. */
import type { KeyObject } from 'node:crypto';
import { type Inbox, inboxReceiver } from '@lienthong/adapters-http/inbox';
import { DIRECTORY } from './directory.js';

export const CALLBACKS = '/callbacks';

export type SignedBy = Readonly<{ keyId: string; publicKey: KeyObject | string }>;

const notHere = (): Response => new Response(null, { status: 404 });

/** Takes what is signed with that key, below `/callbacks/<agency>`. */
export const callbackReceiver = (
  inbox: Inbox,
  { keyId, publicKey }: SignedBy,
): ((request: Request) => Promise<Response>) => {
  const keyOf = (id: string) => (id === keyId ? { algorithm: 'ed25519' as const, publicKey } : undefined);
  const receivers = new Map(
    DIRECTORY.map(({ wire }) => [
      wire.agency,
      inboxReceiver({ agency: wire, inbox, signatures: { keyOf }, under: `${CALLBACKS}/${wire.agency}` }),
    ]),
  );
  return async (request) => {
    const [, , agency = ''] = new URL(request.url).pathname.split('/');
    return receivers.get(agency)?.(request) ?? notHere();
  };
};
