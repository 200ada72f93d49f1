/** `Read`: a page of a stream or of all, with inclusive bounds; and subscriptions, which begin after where they are told. */
import { randomUUID } from 'node:crypto';
import { status as codes, type ServerWritableStream } from '@grpc/grpc-js';
import { type Calls, counts, meet, pause, refusal, send } from './calls.js';
import { type EventLog, type Recorded, readable } from './event-log.js';
import type { WireFault } from './faults.js';
import { streams } from './generated.js';
import { identifierOf, recordedMessage, serverError, streamDeleted } from './messages.js';
import { type Question, questionOf } from './read-question.js';

type Req = InstanceType<typeof streams.ReadReq>;
type Resp = InstanceType<typeof streams.ReadResp>;
type Call = ServerWritableStream<Req, Resp>;

const OVERSIZED = 18 * 1024 * 1024;

/** The event a link points at: `undefined` when it is gone. */
const targetOf = (log: EventLog, link: Recorded, nowMs: number): Recorded | undefined => {
  const [revision = '', ...stream] = Buffer.from(link.data).toString('utf8').split('@');
  return readable(log, stream.join('@'), nowMs)?.find((event) => event.revision === Number(revision));
};

const eventOf = ({ node: { log, now } }: Calls, recorded: Recorded, resolveLinks: boolean): Resp => {
  const event = new streams.ReadResp.ReadEvent();
  event.setCommitPosition(String(recorded.position));
  if (resolveLinks && recorded.type === '$>') {
    event.setLink(recordedMessage(recorded));
    const target = targetOf(log, recorded, now());
    if (target !== undefined) event.setEvent(recordedMessage(target));
  } else event.setEvent(recordedMessage(recorded));
  const response = new streams.ReadResp();
  response.setEvent(event);
  return response;
};

const notFound = (stream: string): Resp => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
};

const placeOf = ({ stream }: Question, event: Recorded): number =>
  stream === undefined ? event.position : event.revision;

/** How many of the events, which are in order, stand before this place. */
const before = (question: Question, events: readonly Recorded[], place: number): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (placeOf(question, events[middle] as Recorded) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The events of a page. Forward from a place includes it; so does backward in a stream, but not in all. */
const pageOf = (question: Question, events: readonly Recorded[]): readonly Recorded[] => {
  const { from, backward, count, stream } = question;
  const inclusive = backward && stream !== undefined ? 1 : 0;
  const at = from === 'start' ? 0 : from === 'end' ? events.length : before(question, events, from + inclusive);
  return backward ? events.slice(Math.max(0, at - count), at).toReversed() : events.slice(at, at + count);
};

const oversized = (): Resp => {
  const data = new Uint8Array(OVERSIZED);
  const event = { id: randomUUID(), type: 'Large', contentType: 'application/octet-stream', data };
  const recorded = { ...event, metadata: new Uint8Array(), stream: 'large', revision: 0, position: 1, created: '0' };
  const response = new streams.ReadResp();
  response.setEvent(new streams.ReadResp.ReadEvent().setEvent(recordedMessage(recorded)));
  return response;
};

const tellPage = async (
  calls: Calls,
  call: Call,
  question: Question,
  page: readonly Recorded[],
  fault: WireFault | undefined,
): Promise<void> => {
  if (fault?.kind === 'oversized-message') await send(call, oversized());
  for (const [index, event] of page.entries()) {
    if (fault?.kind === 'break-off' && index === fault.after) {
      return void call.emit('error', serverError(codes.UNAVAILABLE, 'broken-off'));
    }
    if (fault?.kind === 'trickle') await pause(fault.ms);
    if (!(await send(call, eventOf(calls, event, question.resolveLinks)))) return;
  }
  call.end();
};

const answerPage = async (calls: Calls, call: Call, question: Question, fault?: WireFault): Promise<void> => {
  const { log, now } = calls.node;
  const { stream } = question;
  if (stream === undefined) return tellPage(calls, call, question, pageOf(question, log.all), fault);
  if (log.tombstones.has(stream)) return void call.emit('error', streamDeleted(stream));
  const events = readable(log, stream, now());
  if (events !== undefined) return tellPage(calls, call, question, pageOf(question, events), fault);
  await send(call, notFound(stream));
  call.end();
};

const checkpointAt = (position: number): Resp => {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const response = new streams.ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
};

const whenWritten = ({ node: { log } }: Calls, call: Call): Promise<void> =>
  new Promise((go) => {
    const wake = (): void => {
      log.watchers.delete(wake);
      call.off('cancelled', wake);
      go();
    };
    log.watchers.add(wake);
    call.on('cancelled', wake);
  });

const firstIndex = (question: Question, events: readonly Recorded[]): number => {
  const { from } = question;
  if (from === 'start') return 0;
  if (from === 'end') return events.length;
  return before(question, events, from + 1);
};

const follow = async (calls: Calls, call: Call, question: Question): Promise<void> => {
  const { log } = calls.node;
  const source = (): readonly Recorded[] =>
    question.stream === undefined ? log.all : (log.streams.get(question.stream) ?? []);
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  let next = firstIndex(question, source());
  let [passedOver, caughtUp] = [0, false];
  await send(call, new streams.ReadResp().setConfirmation(confirmation));
  while (!call.cancelled) {
    for (let event = source()[next]; event !== undefined; event = source()[next]) {
      next += 1;
      const passes = question.passes(event);
      passedOver = passes ? 0 : passedOver + 1;
      if (passes && !(await send(call, eventOf(calls, event, question.resolveLinks)))) return;
      if (passedOver === question.checkpointEvery) {
        passedOver = 0;
        await send(call, checkpointAt(event.position));
      }
    }
    if (!caughtUp) await send(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    caughtUp = true;
    if (source()[next] === undefined) await whenWritten(calls, call);
  }
};

const answer = async (calls: Calls, call: Call): Promise<void> => {
  const options = call.request.getOptions();
  if (options === undefined) return void call.emit('error', serverError(codes.INVALID_ARGUMENT, 'bad-request'));
  const question = questionOf(options);
  const fault = meet(calls, question.live ? 'subscribe' : 'read', call.metadata);
  const error = refusal(fault);
  if (error !== undefined) return void call.emit('error', error);
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'reset') return calls.cut();
  if (fault?.kind === 'late') await pause(fault.ms);
  return question.live ? follow(calls, call, question) : answerPage(calls, call, question, fault);
};

export const readService =
  (calls: Calls) =>
  (call: Call): void => {
    counts(calls, 'Read');
    call.on('error', () => undefined);
    answer(calls, call).catch((problem: unknown) => {
      if (call.cancelled) return;
      calls.tell(problem);
      call.emit('error', serverError(codes.INTERNAL, 'the double failed'));
    });
  };
