/**
 * A civil registry and a payer who talk over a `fetch` in memory, with every message on its way checked against the patched
 * schemas. Births and deaths are invented, and kept in a memory journal with their people sealed.
 */
import {
  consequentId,
  type DomainEvent,
  type EventCodec,
  type Instant,
  type Journal,
  later,
  memoryJournal,
  type Personal,
  sealKept,
} from '@lienthong/core';
import { type BirthEvent, birthCaseKind } from '@lienthong/core/birth-case';
import { type DeathEvent, deathCaseKind } from '@lienthong/core/death-case';
import { blindIndex, developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { aBirthCase, aDeathCase, aDeceased, aFamily } from '@lienthong/testing/spec';
import {
  type DciClient,
  dciClient,
  dciReceiver,
  type Heard,
  memorySeen,
  newbornEnrolment,
  type Proposal,
  stopOnDeath,
} from '../client/index.js';
import {
  type DciBook,
  dciNotices,
  dciRegistry,
  memoryBook,
  NOTICED_EVENTS,
  type RegistryOptions,
  type Sender,
} from '../index.js';
import type { Envelope } from '../message/types.js';
import type { MessageName } from '../standard/published.js';
import { validator } from './validate.js';

export const REGISTRY = 'ho-tich.example.vn';
export const PAYER = 'bhxh.example.vn';
const SECRET = 'the secret of this test';
export const law = lawBook();
const kinds = { birth: birthCaseKind(law), death: deathCaseKind(law) };

export const digests = (number: string) => ({
  child: blindIndex(SECRET, 'personal-number', number),
  deceased: blindIndex(SECRET, 'death', `person|${number}`),
});

export const CHILD = '040323000123';
export const MOTHER = '040195000001';
export const DECEASED = aDeceased.deceased.personalNumber;

export const aKeyPair = async (keyId: string) => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    secret: { keyId, key: pair.privateKey },
    public: { keyId, key: btoa(String.fromCharCode(...raw)) },
  };
};

type Told = Readonly<{ to: string; path: string; body: unknown; reply: unknown; status: number }>;

const nameFor = (path: string): MessageName | undefined => {
  const known: Readonly<Record<string, MessageName>> = {
    '/registry/sync/search': 'search',
    '/registry/sync/txn/status': 'txn-status',
    '/registry/txn/status': 'txn-status',
    '/registry/txn/on-status': 'txn-on-status',
  };
  return known[path] ?? (path.replace('/registry/', '') as MessageName);
};
const replyFor = (path: string, status: number): MessageName => {
  if (status >= 400 || !path.includes('/sync/')) return 'acknowledgment';
  return path.endsWith('search') ? 'on-search' : 'txn-on-status';
};

const validate = validator();

export type Sides = Awaited<ReturnType<typeof twoSides>>;

export const twoSides = async (
  other: Readonly<{
    sender?: Partial<Sender>;
    book?: (journal: Journal) => DciBook;
    limits?: RegistryOptions['limits'];
  }> = {},
) => {
  let now = '2026-03-02T02:00:00.000Z' as Instant;
  let ids = 0;
  const clock = { now: () => now };
  const newId = (): string => {
    ids += 1;
    return consequentId(`test/${ids}`);
  };
  const [ours, theirs] = [await aKeyPair('reg-1'), await aKeyPair('pay-1')];
  const journal = memoryJournal({ clock });
  const keys = developmentKeys(SECRET);
  const told: Told[] = [];
  const wrong: string[] = [];
  const working: Promise<void>[] = [];
  const down = new Set<string>();
  const served = new Map<string, (request: Request) => Promise<Response>>();

  const send: typeof fetch = async (input, init) => {
    const request = new Request(input as string, init as RequestInit);
    const { host, pathname: path } = new URL(request.url);
    if (down.has(host)) throw new TypeError('unreachable');
    const body = (await request.clone().json()) as unknown;
    const response = (await served.get(host)?.(request)) ?? new Response('', { status: 502 });
    const reply = (await response.clone().json()) as unknown;
    told.push({ to: host, path, body, reply, status: response.status });
    const asked = nameFor(path);
    const problems = [
      asked === undefined ? undefined : validate(asked, body),
      validate(replyFor(path, response.status), reply),
    ];
    for (const problem of problems) if (problem !== undefined) wrong.push(`${path}: ${problem}`);
    return response;
  };

  const sender: Sender = {
    id: PAYER,
    keys: [theirs.public],
    callback: `https://${PAYER}`,
    sees: ['live-birth', 'death', 'correction', 'number-replaced'],
    ...other.sender,
  };
  const options: RegistryOptions = {
    id: REGISTRY,
    key: ours.secret,
    senders: [sender],
    journal,
    keys,
    law,
    book: other.book?.(journal) ?? memoryBook(),
    digests,
    clock,
    fetch: send,
    newId,
    ...(other.limits === undefined ? {} : { limits: other.limits }),
    defer: (work) => {
      working.push(work());
    },
  };

  const proposals: Proposal[] = [];
  const heard: { kind: string; heard: Heard<unknown> }[] = [];
  const list = {
    propose: (proposal: Proposal) => async () => {
      proposals.push(proposal);
      return E.right(undefined);
    },
  };
  const keep = (kind: string) => (message: Heard<unknown>) => async () => {
    heard.push({ kind, heard: message });
    return E.right(undefined);
  };
  const receiver = dciReceiver({
    id: PAYER,
    registries: [{ id: REGISTRY, keys: [ours.public] }],
    clock,
    newId,
    seen: memorySeen(),
    on: {
      search: keep('on-search'),
      subscribe: keep('on-subscribe'),
      unsubscribe: keep('on-unsubscribe'),
      txnStatus: keep('txn-on-status'),
      notify: (message) => async () => {
        heard.push({ kind: 'notify', heard: message });
        const enrolled = await newbornEnrolment(list)(message)();
        return E.isLeft(enrolled) ? enrolled : stopOnDeath(list)(message)();
      },
    },
  });
  const registry = dciRegistry(options);
  served.set(REGISTRY, registry);
  served.set(PAYER, receiver);

  const client: DciClient = dciClient({
    id: PAYER,
    key: theirs.secret,
    registry: { id: REGISTRY, keys: [ours.public] },
    way: { address: `https://${REGISTRY}`, fetch: send },
    clock,
    newId,
  });

  const written = async <Ev extends DomainEvent>(
    group: 'birth' | 'death',
    codec: EventCodec<Ev>,
    caseId: string,
    events: readonly Ev[],
    people: (event: Ev) => Personal | undefined,
  ): Promise<void> => {
    for (const event of events) {
      const personal = people(event);
      const kept = codec.keep({ ...event, ...(personal === undefined ? {} : { personal }) });
      const id = newId();
      const data = await sealKept(keys, caseId, id, kept);
      const appended = await journal.append(`${group}-${caseId}`, 'any', [
        {
          id,
          type: kept.type,
          schema: kept.schema,
          occurredAt: now,
          actor: { id: 'officer-2', role: 'civil-status-officer' },
          causation: id,
          correlation: caseId,
          data,
        },
      ])();
      if (E.isLeft(appended)) throw new Error(appended.left.kind);
    }
  };

  /** A birth that is registered, with everything its people said; `on` is the day of it. */
  const registerBirth = async (caseId: string, number = CHILD, on = '2023-07-12'): Promise<void> => {
    const index = digests(number).child;
    const family: Personal = {
      ...aFamily,
      mother: { ...aFamily.mother, personalNumber: MOTHER },
      applicant: { name: { given: 'Sen' }, phone: '0900000009' },
    };
    const events = aBirthCase('registered', { on }).map(
      (event): BirthEvent => (event.type === 'PersonalNumberAssigned' ? { ...event, index } : event),
    );
    await written('birth', kinds.birth.events, caseId, events, ({ type }) => {
      if (type === 'Applied') return family;
      return type === 'PersonalNumberAssigned' ? { child: { personalNumber: number } } : undefined;
    });
  };

  const registerDeath = async (caseId: string, number: string = DECEASED, on = '2025-08-12'): Promise<void> => {
    const claim = digests(number).deceased;
    const people: Personal = { ...aDeceased, deceased: { ...aDeceased.deceased, personalNumber: number } };
    await written(
      'death',
      kinds.death.events,
      caseId,
      aDeathCase('registered', { on, declaration: { claim } }),
      ({ type }) => (type === 'Applied' ? people : undefined),
    );
  };

  const more = {
    birth: (caseId: string, event: BirthEvent, personal?: Personal) =>
      written('birth', kinds.birth.events, caseId, [event], () => personal),
    death: (caseId: string, event: DeathEvent, personal?: Personal) =>
      written('death', kinds.death.events, caseId, [event], () => personal),
  };

  /** Hands every event since the last time to the notices, as a follower of the journal would. */
  const notices = dciNotices(options);
  let after: string | undefined;
  const notified = async () => {
    const page = await journal.feed({ types: NOTICED_EVENTS, ...(after === undefined ? {} : { after }) })();
    if (E.isLeft(page)) throw new Error(page.left.kind);
    const done = await notices({ events: page.right.events })();
    if (E.isRight(done)) after = page.right.next;
    return done;
  };

  const settled = async (): Promise<void> => {
    while (working.length > 0) await working.shift();
  };

  return {
    client,
    registry,
    receiver,
    journal,
    options,
    told,
    wrong,
    heard,
    proposals,
    down,
    ours,
    theirs,
    registerBirth,
    registerDeath,
    more,
    notified,
    settled,
    newId,
    clock,
    wait: (ms: number) => {
      now = later(now, ms);
    },
    /** Sends an envelope as it is, to the registry. */
    raw: async (path: string, envelope: Envelope | unknown) => {
      const response = await registry(
        new Request(`https://${REGISTRY}${path}`, { method: 'POST', body: JSON.stringify(envelope) }),
      );
      return { status: response.status, body: (await response.json()) as { message?: { ack_status?: string } } };
    },
  };
};
