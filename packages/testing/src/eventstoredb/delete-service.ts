/** `Delete` (soft) and `Tombstone`: what our own journal never asks, and others may do to it. */
import { randomUUID } from 'node:crypto';
import { status as codes, type handleUnaryCall } from '@grpc/grpc-js';
import { type Calls, counts } from './calls.js';
import { streams } from './generated.js';
import { beliefOf, nameOf, type ServerError, serverError, streamDeleted } from './messages.js';
import type { Deleted } from './node.js';

const errorOf = (stream: string, outcome: Exclude<Deleted, { kind: 'written' }>): ServerError => {
  switch (outcome.kind) {
    case 'deleted':
      return streamDeleted(stream);
    case 'wrong-version':
    case 'repeated':
      return serverError(codes.FAILED_PRECONDITION, 'wrong-expected-version', {
        'stream-name': encodeURIComponent(stream),
        'expected-version': '-2',
        ...(outcome.kind === 'wrong-version' && outcome.actual !== undefined
          ? { 'actual-version': String(outcome.actual) }
          : {}),
      });
  }
};

type Delete = handleUnaryCall<InstanceType<typeof streams.DeleteReq>, InstanceType<typeof streams.DeleteResp>>;
type Tombstone = handleUnaryCall<InstanceType<typeof streams.TombstoneReq>, InstanceType<typeof streams.TombstoneResp>>;

const NO_OPTIONS = serverError(codes.INVALID_ARGUMENT, 'bad-request');

export const deleteService =
  (calls: Calls): Delete =>
  ({ request }, callback) => {
    counts(calls, 'Delete');
    const options = request.getOptions();
    if (options === undefined) return callback(NO_OPTIONS);
    const stream = nameOf(options.getStreamIdentifier());
    const outcome = calls.node.softDelete(stream, beliefOf(options, options.getRevision()), randomUUID());
    if (outcome.kind !== 'written') return callback(errorOf(stream, outcome));
    const at = new streams.DeleteResp.Position();
    at.setCommitPosition(String(outcome.position));
    at.setPreparePosition(String(outcome.position));
    callback(null, new streams.DeleteResp().setPosition(at));
  };

export const tombstoneService =
  (calls: Calls): Tombstone =>
  ({ request }, callback) => {
    counts(calls, 'Tombstone');
    const options = request.getOptions();
    if (options === undefined) return callback(NO_OPTIONS);
    const stream = nameOf(options.getStreamIdentifier());
    const outcome = calls.node.tombstone(stream, beliefOf(options, options.getRevision()), randomUUID());
    if (outcome.kind !== 'written') return callback(errorOf(stream, outcome));
    const at = new streams.TombstoneResp.Position();
    at.setCommitPosition(String(outcome.position));
    at.setPreparePosition(String(outcome.position));
    callback(null, new streams.TombstoneResp().setPosition(at));
  };
