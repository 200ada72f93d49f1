/**
 * `BatchAppend`: one long stream a client, each request under an id of its own, in parts; each answer bears the id of what
 * it answers. Refusals are a `Status` with one detail, told apart by the name of its type.
 */
import { status as codes, type ServerDuplexStream } from '@grpc/grpc-js';
import { type Calls, counts, meet, pause, refusal, send } from './calls.js';
import type { Belief } from './check-commit.js';
import type { Proposed } from './event-log.js';
import type { WireFault } from './faults.js';
import { shared, status, streams } from './generated.js';
import { beliefOf, identifierOf, idOf, nameOf, proposedOf, uuidOf } from './messages.js';
import type { Outcome } from './node.js';
import { numberField, statusBytes } from './raw-protobuf.js';

type Req = InstanceType<typeof streams.BatchAppendReq>;
type Resp = InstanceType<typeof streams.BatchAppendResp>;
type Call = ServerDuplexStream<Req, Resp>;
type Asked = { stream: string; belief: Belief; deadline: number; events: Proposed[] };

const NOBODY = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const PROTOCOL = 'event_store.client';

/** `Empty` in these messages is Google's own, of which the client asks only whether it is there. */
const EMPTY = new Uint8Array();

const refused = (stream: string, code: number, type: string, detail: Uint8Array): Resp => {
  const response = new streams.BatchAppendResp();
  response.setStreamIdentifier(identifierOf(stream));
  const bytes = statusBytes(code, type, type.startsWith('other.') ? type : `${PROTOCOL}.${type}`, detail);
  response.setError(status.Status.deserializeBinary(bytes));
  return response;
};

const wrongVersion = (actual: number | undefined): Uint8Array => {
  if (actual === undefined) return Uint8Array.from([0x12, 0x00]);
  return new shared.WrongExpectedVersion().setCurrentStreamRevision(String(actual)).serializeBinary();
};

const successOf = (last: number, position: number | undefined): Resp => {
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(last));
  if (position !== undefined) {
    const at = new shared.AllStreamPosition();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  const response = new streams.BatchAppendResp();
  response.setSuccess(success);
  return response;
};

const answerOf = (stream: string, outcome: Outcome): Resp => {
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return successOf(outcome.last, outcome.position);
    case 'wrong-version':
      return refused(stream, codes.FAILED_PRECONDITION, 'WrongExpectedVersion', wrongVersion(outcome.actual));
    case 'deleted': {
      const detail = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
      return refused(stream, codes.FAILED_PRECONDITION, 'StreamDeleted', detail.serializeBinary());
    }
    case 'too-large':
      return refused(
        stream,
        codes.INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
        Uint8Array.from(numberField(1, outcome.limit)),
      );
  }
};

/** What the server does with one whole request. */
const serve = async (calls: Calls, call: Call, id: string, asked: Asked): Promise<void> => {
  const fault = meet(calls, 'append', call.metadata);
  const error = refusal(fault);
  if (error !== undefined) return void call.emit('error', error);
  const commit = (): Resp => answerOf(asked.stream, calls.node.append(asked.stream, asked.belief, asked.events));
  const tell = async (response: Resp, to = id): Promise<void> => {
    response.setCorrelationId(uuidOf(to));
    await send(call, response);
  };
  await withFault(calls, fault, { asked, commit, tell });
};

type Serving = Readonly<{ asked: Asked; commit: () => Resp; tell: (response: Resp, to?: string) => Promise<void> }>;

const withFault = async (
  calls: Calls,
  fault: WireFault | undefined,
  { asked, commit, tell }: Serving,
): Promise<void> => {
  const now = calls.node.now() + (fault?.kind === 'clock-ahead' ? fault.ms : 0);
  if (asked.deadline <= now) return tell(refused(asked.stream, codes.DEADLINE_EXCEEDED, 'Timeout', EMPTY));
  switch (fault?.kind) {
    case 'silent':
      if (fault.commits === true) commit();
      return;
    case 'late': {
      const early = fault.commits === true ? commit() : undefined;
      await pause(fault.ms);
      return tell(early ?? commit());
    }
    case 'duplicate-reply': {
      const response = commit();
      await tell(response);
      return tell(response);
    }
    case 'stranger-reply':
      await tell(successOf(0, undefined), NOBODY);
      return tell(commit());
    case 'commit-then-reset':
      commit();
      return calls.cut();
    case 'reset':
      return calls.cut();
    case 'unknown-error':
      return tell(refused(asked.stream, codes.INVALID_ARGUMENT, 'MaximumAppendEventSizeExceeded', EMPTY));
    case 'not-leader':
    case 'clock-ahead':
    case 'oversized-message':
    case 'trickle':
    case 'break-off':
    case undefined:
      return tell(commit());
  }
};

/** Adds a part to the request it belongs to. */
const gather = (open: Map<string, Asked>, part: Req): Readonly<{ id: string; whole?: Asked }> => {
  const id = idOf(part.getCorrelationId());
  const options = part.getOptions();
  const asked = open.get(id) ?? { stream: '', belief: 'any', deadline: Number.POSITIVE_INFINITY, events: [] };
  if (options !== undefined) {
    asked.stream = nameOf(options.getStreamIdentifier());
    asked.belief = beliefOf(options, options.getStreamPosition());
    asked.deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
  }
  for (const proposed of part.getProposedMessagesList()) asked.events.push(proposedOf(proposed));
  if (!part.getIsFinal()) {
    open.set(id, asked);
    return { id };
  }
  open.delete(id);
  return { id, whole: asked };
};

export const batchAppendService =
  (calls: Calls) =>
  (call: Call): void => {
    counts(calls, 'BatchAppend');
    const open = new Map<string, Asked>();
    call.on('data', (part: Req) => {
      const { id, whole } = gather(open, part);
      if (whole === undefined) return;
      counts(calls, 'BatchAppend request');
      serve(calls, call, id, whole).catch(calls.tell);
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
