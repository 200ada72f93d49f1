/**
 * Notices to subscribers (thông báo sự kiện): the journal is followed from a checkpoint, and whoever subscribed is told of what
 * was registered, at least once. A message's id follows from the event and the subscription, so a repeat is known as one.
 */
import { consequentId, type StoredEvent } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import type { Handed, HandlingFailure } from '@lienthong/core/subscriptions';
import { callbackHeaderOf } from '../message/building.js';
import { signed } from '../message/signature.js';
import type { Envelope } from '../message/types.js';
import { eventCodes, REGISTRY_TYPE, type RegistryEvent } from '../vital-events.js';
import type { Subscription } from './book.js';
import type { Entry } from './entries.js';
import { type Env, envOf, type RegistryOptions } from './options.js';
import { posted } from './posting.js';
import { answers } from './query.js';
import { recordOf } from './record.js';
import { addressOf, type Sender } from './senders.js';

const named: Readonly<Record<string, RegistryEvent>> = {
  BirthRegistered: 'live-birth',
  DeathRegistered: 'death',
  CorrectionRegistered: 'correction',
  PersonalNumberReplaced: 'number-replaced',
  ResidenceRegistered: 'residence-registered',
  CardIssued: 'card-issued',
  BenefitPaid: 'funeral-benefit-paid',
};

/** What a follower of the journal must hand over. */
export const NOTICED_EVENTS: readonly string[] = Object.keys(named);

const noticeOf = ({ type, data }: StoredEvent): RegistryEvent | undefined => {
  const event = named[type];
  return event === 'funeral-benefit-paid' && data['benefit'] !== 'funeral' ? undefined : event;
};

/** Whoever is told of an entry is told as well when it changes. */
const concerns = (subscription: Subscription, event: RegistryEvent, { group }: Entry): boolean =>
  subscription.event === event ||
  ((event === 'correction' || event === 'number-replaced') &&
    subscription.event === (group === 'birth' ? 'live-birth' : 'death'));

const isAlive = ({ since, until }: Subscription, { recordedAt }: StoredEvent): boolean =>
  since <= recordedAt && until === undefined;

const failed = (reason: string): HandlingFailure => ({ reason, again: true });

const envelopeOf = async (
  env: Env,
  sender: Sender,
  subscription: Subscription,
  entry: Entry,
  stored: StoredEvent,
  event: RegistryEvent,
): Promise<Envelope | undefined> => {
  const id = consequentId(`dci-notice/${stored.id}/${subscription.code}`);
  const at = env.clock.now();
  // A notice that is sent again opens the record again, and that is another look.
  const look = { id: `dci-notice/${id}/${at}`, at, sender, purpose: 'dci-notify' } as const;
  const record = await recordOf(env.opening, entry, look)();
  if (E.isLeft(record)) return undefined;
  const data = {
    version: '1.0.0',
    reg_type: REGISTRY_TYPE,
    reg_event_type: eventCodes[event],
    reg_record_type: subscription.recordType,
    reg_records: record.right,
  };
  return signed(
    {
      header: callbackHeaderOf('notify', { id, at, from: env.id, to: sender.id, total: 1 }, 'succ'),
      message: {
        transaction_id: stored.id,
        notify_event: [{ reference_id: id, timestamp: stored.occurredAt, data, locale: 'vie' }],
      },
    },
    env.id,
    env.key,
    at,
  );
};

const tell = async (
  env: Env,
  subscription: Subscription,
  entry: Entry,
  stored: StoredEvent,
  event: RegistryEvent,
): Promise<HandlingFailure | undefined> => {
  const sender = env.senders.find(({ id }) => id === subscription.sender);
  // Whoever may not see it any more is not told, whatever they subscribed to once.
  if (sender?.callback === undefined || !sender.sees.includes(subscription.event)) return undefined;
  const envelope = await envelopeOf(env, sender, subscription, entry, stored, event);
  if (envelope === undefined) return failed('record-not-opened');
  const address = addressOf(sender.callback, '/registry/notify');
  const told = await posted(env.fetch, address, envelope, env.limits.callbackMs);
  return E.isLeft(told) ? failed(told.left.reason) : undefined;
};

const noticeEvent = async (env: Env, stored: StoredEvent): Promise<HandlingFailure | undefined> => {
  const event = noticeOf(stored);
  const group = stored.stream.startsWith('birth-') ? 'birth' : stored.stream.startsWith('death-') ? 'death' : undefined;
  if (event === undefined || group === undefined) return undefined;
  const subscriptions = await env.book.subscriptions()();
  if (E.isLeft(subscriptions)) return failed('book-unavailable');
  const entry = await env.entries.of(group, stored.correlation)();
  if (E.isLeft(entry)) return failed('entries-unavailable');
  const found = entry.right;
  if (found === undefined) return undefined;
  let failure: HandlingFailure | undefined;
  for (const subscription of subscriptions.right) {
    if (!isAlive(subscription, stored) || !concerns(subscription, event, found)) continue;
    if (!answers(subscription.filter, found)) continue;
    // One that cannot be reached keeps nobody else waiting; those that were are told again, and know it.
    failure = (await tell(env, subscription, found, stored, event)) ?? failure;
  }
  return failure;
};

/** A handler for `follow` of `@lienthong/core/subscriptions`. */
export const dciNotices = (
  options: RegistryOptions,
): ((handed: Pick<Handed, 'events'>) => TE.TaskEither<HandlingFailure, void>) => {
  const env = envOf(options);
  return ({ events }) =>
    async () => {
      for (const event of events) {
        const failure = await noticeEvent(env, event);
        if (failure !== undefined) return E.left(failure);
      }
      return E.right(undefined);
    };
};
