/** `Append`: the expectation first, then one message an event, then one answer. A conflict is an answer, not an error. */
import { status as codes, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js';
import { type Calls, counts, meet, pause, refusal } from './calls.js';
import type { Belief } from './check-commit.js';
import type { Proposed } from './event-log.js';
import type { WireFault } from './faults.js';
import { shared, streams } from './generated.js';
import { beliefOf, nameOf, proposedOf, type ServerError, serverError, streamDeleted } from './messages.js';
import type { Outcome } from './node.js';

type Req = InstanceType<typeof streams.AppendReq>;
type Resp = InstanceType<typeof streams.AppendResp>;
type Asked = Readonly<{ stream: string; belief: Belief; events: readonly Proposed[] }>;

const empty = (): InstanceType<typeof shared.Empty> => new shared.Empty();

const successOf = (last: number, position: number | undefined): Resp => {
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(last));
  if (position === undefined) success.setNoPosition(empty());
  else {
    const at = new streams.AppendResp.Position();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  const response = new streams.AppendResp();
  response.setSuccess(success);
  return response;
};

const conflictOf = (belief: Belief, actual: number | undefined): Resp => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(actual));
  if (belief === 'any') wrong.setExpectedAny(empty());
  else if (belief === 'none') wrong.setExpectedNoStream(empty());
  else if (belief === 'exists') wrong.setExpectedStreamExists(empty());
  else wrong.setExpectedRevision(String(belief.exact));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
};

const answerOf = ({ stream, belief }: Asked, outcome: Outcome): Resp | ServerError => {
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return successOf(outcome.last, outcome.position);
    case 'wrong-version':
      return conflictOf(belief, outcome.actual);
    case 'deleted':
      return streamDeleted(stream);
    case 'too-large':
      return serverError(codes.INVALID_ARGUMENT, 'maximum-append-size-exceeded', {
        'maximum-append-size': String(outcome.limit),
      });
  }
};

const heard = async (call: ServerReadableStream<Req, Resp>): Promise<Asked> => {
  let [stream, belief]: [string, Belief] = ['', 'any'];
  const events: Proposed[] = [];
  for await (const message of call as AsyncIterable<Req>) {
    const options = message.getOptions();
    if (options !== undefined) {
      stream = nameOf(options.getStreamIdentifier());
      belief = beliefOf(options, options.getRevision());
    }
    const proposed = message.getProposedMessage();
    if (proposed !== undefined) events.push(proposedOf(proposed));
  }
  return { stream, belief, events };
};

const aTurn = (): Promise<void> => new Promise((go) => setImmediate(go));

/** The answer, when there is to be one; what the fault does happens on the way. */
const answered = async (
  calls: Calls,
  asked: Asked,
  fault: WireFault | undefined,
): Promise<Resp | ServerError | undefined> => {
  const commit = (): Resp | ServerError => answerOf(asked, calls.node.append(asked.stream, asked.belief, asked.events));
  switch (fault?.kind) {
    case 'not-leader':
      return refusal(fault);
    case 'silent':
      if (fault.commits === true) commit();
      return undefined;
    case 'late': {
      const early = fault.commits === true ? commit() : undefined;
      await pause(fault.ms);
      return early ?? commit();
    }
    case 'commit-then-reset':
      commit();
      calls.cut();
      return undefined;
    case 'reset':
      calls.cut();
      return undefined;
    case 'unknown-error':
      return serverError(codes.INVALID_ARGUMENT, 'maximum-append-event-size-exceeded', { 'event-id': 'unknown' });
    case 'duplicate-reply':
    case 'stranger-reply':
    case 'clock-ahead':
    case 'oversized-message':
    case 'trickle':
    case 'break-off':
    case undefined:
      return commit();
  }
};

export const appendService =
  (calls: Calls) =>
  (call: ServerReadableStream<Req, Resp>, callback: sendUnaryData<Resp>): void => {
    counts(calls, 'Append');
    const work = async (): Promise<void> => {
      const asked = await heard(call);
      // A request that was broken off ends here like a whole one; that its client is gone is known a turn later.
      await aTurn();
      await aTurn();
      if (call.cancelled) return;
      const answer = await answered(calls, asked, meet(calls, 'append', call.metadata));
      if (answer === undefined || call.cancelled) return;
      if (answer instanceof streams.AppendResp) callback(null, answer);
      else callback(answer);
    };
    work().catch((problem: unknown) => {
      if (call.cancelled) return;
      calls.tell(problem);
      callback({ code: codes.INTERNAL, details: 'the double failed' });
    });
  };
