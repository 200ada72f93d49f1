import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import { afterAll, describe, expect, it } from 'vitest';
import { signed } from '../signing/signing.js';
import { agencyOf, answered, KEY, parcelWire } from '../trial/wires.js';
import { asJson, type RawDelivery, readReply } from '../wire/reply.js';
import { fileInbox } from './file-inbox.js';
import { type Inbox, placeOf, receiptOf } from './inbox.js';
import { memoryInbox } from './memory-inbox.js';
import { inboxReceiver, type ReceiverOptions } from './receiver.js';

const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const PLACE = placeOf('insurance', '/cards');
const delivery = (number: number): Pick<RawDelivery, 'key' | 'reply'> => ({
  key: KEY,
  reply: asJson(answered(number)) as RawDelivery['reply'],
});
const waiting = async (inbox: Inbox, place = PLACE): Promise<readonly RawDelivery[]> => {
  const came = await inbox.waiting(place)();
  if (E.isLeft(came)) throw new Error(came.left.kind);
  return came.right;
};

describe.each([
  ['in memory', memoryInbox],
  ['in a folder', () => fileInbox(aFolder())],
] as const)('an inbox %s', (_, open) => {
  it('keeps what it is given until it is confirmed, and the same words once', async () => {
    const inbox = open();
    for (const number of [1, 2, 1]) expect(await inbox.put(PLACE, delivery(number))()).toEqual(E.right(undefined));
    const kept = await waiting(inbox);
    expect(kept.map(({ receipt }) => receipt).sort()).toEqual([1, 2].map((n) => receiptOf(PLACE, delivery(n))).sort());
    expect(kept).toContainEqual({ receipt: receiptOf(PLACE, delivery(2)), ...delivery(2) });
    await inbox.confirm(PLACE, [receiptOf(PLACE, delivery(1)), '../../etc/passwd', ''])();
    expect(await waiting(inbox)).toEqual([{ receipt: receiptOf(PLACE, delivery(2)), ...delivery(2) }]);
  });

  it('keeps places apart, whatever their names', async () => {
    const inbox = open();
    for (const place of ['a/b', 'a', '..', '../x', '']) await inbox.put(place, delivery(1))();
    expect(await waiting(inbox, 'a')).toHaveLength(1);
    await inbox.confirm('a', [receiptOf('a/b', delivery(1))])();
    expect(await waiting(inbox, 'a')).toHaveLength(1);
    expect(await waiting(inbox, '..')).toHaveLength(1);
    expect(await waiting(inbox, 'elsewhere')).toEqual([]);
  });
});

describe('an inbox in a folder', () => {
  it('is the same for whoever opens it next, or beside', async () => {
    const folder = aFolder();
    await fileInbox(folder).put(PLACE, delivery(1))();
    await Promise.all([1, 2, 3].map((n) => fileInbox(folder).put(PLACE, delivery(n))()));
    expect(await waiting(fileInbox(folder))).toHaveLength(3);
  });

  it('hands out so many at a time', async () => {
    const inbox = fileInbox(aFolder(), { most: 2 });
    for (const number of [1, 2, 3]) await inbox.put(PLACE, delivery(number))();
    expect(await waiting(inbox)).toHaveLength(2);
  });

  it('passes over files that are not whole or say something else than their name, and clears what was abandoned', async () => {
    const folder = aFolder();
    let now = Date.now();
    const inbox = fileInbox(folder, { now: () => now });
    await inbox.put(PLACE, delivery(1))();
    const [place = ''] = readdirSync(folder);
    const name = (letter: string): string => `${letter.repeat(64)}.json`;
    writeFileSync(join(folder, place, name('a')), '{"key":"k","rep');
    writeFileSync(join(folder, place, name('b')), JSON.stringify(delivery(2)));
    writeFileSync(join(folder, place, 'half.tmp'), '{');
    expect(await waiting(inbox)).toHaveLength(1);
    expect(readdirSync(join(folder, place))).toContain('half.tmp');
    now += 3_700_000;
    expect(await waiting(inbox)).toHaveLength(1);
    expect(readdirSync(join(folder, place))).not.toContain('half.tmp');
  });

  it('says so when it cannot keep anything', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'a-file'), '');
    const came = await fileInbox(join(folder, 'a-file')).put(PLACE, delivery(1))();
    expect(came).toMatchObject({ left: { kind: 'Unavailable', system: 'inbox' } });
  });
});

describe('where agencies call back', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const NOW = Date.parse('2023-07-12T03:00:00Z');

  const receiver = (more: Partial<ReceiverOptions> = {}) => {
    const inbox = memoryInbox();
    const receive = inboxReceiver({
      agency: agencyOf('neither'),
      inbox,
      signatures: {
        keyOf: (id) => (id === 'insurance-1' ? { algorithm: 'ed25519', publicKey } : undefined),
        now: () => NOW,
      },
      under: '/callbacks',
      ...more,
    });
    return { inbox, receive };
  };

  const posted = async (body: string, path = '/callbacks/cards', atMs = NOW): Promise<Request> => {
    const address = `https://us.test${path}`;
    const headers = { 'content-type': 'application/json' };
    const options = { keyId: 'insurance-1', algorithm: 'ed25519', privateKey } as const;
    const made = await signed(options, { method: 'POST', address, headers, body }, atMs);
    return new Request(address, { method: 'POST', headers: made, body });
  };
  const good = JSON.stringify({ receipt: 'theirs', ...delivery(1) });
  const statusOf = async ({ receive }: ReturnType<typeof receiver>, request: Request): Promise<number> =>
    (await receive(request)).status;

  it('a signed reply is kept, and a repeat is told the same', async () => {
    const here = receiver();
    expect(await statusOf(here, await posted(good))).toBe(204);
    expect(await statusOf(here, await posted(good))).toBe(204);
    const [only, ...others] = await waiting(here.inbox);
    expect(others).toEqual([]);
    expect(readReply(parcelWire('neither').answer)(only?.reply)).toEqual(E.right(answered(1)));
  });

  it.each([
    ['under another path', () => posted(good, '/callbacks/parcels'), 404],
    ['outside its own', () => posted(good, '/cards'), 404],
    ['by GET', async () => new Request('https://us.test/callbacks/cards'), 405],
    [
      'without a signature',
      async () => new Request('https://us.test/callbacks/cards', { method: 'POST', body: good }),
      401,
    ],
    ['signed too long ago', () => posted(good, '/callbacks/cards', NOW - 600_000), 401],
    ['that is no JSON', () => posted('{'), 415],
    ['without a key', () => posted('{}'), 422],
    ['in the words of another purpose', () => posted(good, '/callbacks/births/changes'), 422],
  ] as const)('nothing is kept %s', async (__, request, status) => {
    const here = receiver();
    const answer = await here.receive(await request());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
    expect(await waiting(here.inbox)).toEqual([]);
  });

  it('nothing is kept that is too long, or that nobody asked for', async () => {
    expect(await statusOf(receiver({ bytes: 10 }), await posted(good))).toBe(413);
    expect(await statusOf(receiver({ knows: () => false }), await posted(good))).toBe(404);
    expect(await statusOf(receiver({ knows: async () => true }), await posted(good))).toBe(204);
  });

  it('the sender hears when it could not be kept, and nothing is thrown', async () => {
    const broken: Inbox = {
      ...memoryInbox(),
      put: () => async () => E.left({ kind: 'Unavailable', system: 'inbox', code: 'full', retry: true }),
    };
    expect(await statusOf(receiver({ inbox: broken }), await posted(good))).toBe(503);
    const thrown = receiver({
      knows: () => {
        throw new Error('a failing look-up');
      },
    });
    expect(await statusOf(thrown, await posted(good))).toBe(500);
  });
});
