/**
 * What one node does, apart from any protocol: it judges appends and deletions against its log and its table of recent ids,
 * and keeps to its limits of size.
 */
import { type Belief, checkCommit, type Decision, emptyIdTable, type IdTable, remember } from './check-commit.js';
import {
  type EventLog,
  hasMetadata,
  isSoftDeleted,
  lastRevision,
  metadataOf,
  NEVER,
  type Proposed,
  write,
  writeMetadata,
  writeTombstone,
} from './event-log.js';

export type Written = Readonly<{ kind: 'written'; last: number; position: number }>;
export type TooLarge = Readonly<{ kind: 'too-large'; limit: number }>;
export type Outcome = Written | TooLarge | Exclude<Decision, Readonly<{ kind: 'write' }>>;

export type Deleted = Readonly<{ kind: 'written'; position: number }> | Exclude<Outcome, Written | TooLarge>;

export type NodeOptions = Readonly<{
  log: EventLog;
  now: () => number;
  idTableLimit?: number;
  /** Bytes of data and metadata that one append may hold, and one event. */
  maxAppendSize?: number;
  maxEventSize?: number;
}>;

export type LogNode = Readonly<{
  log: EventLog;
  now: () => number;
  append: (stream: string, belief: Belief, events: readonly Proposed[]) => Outcome;
  softDelete: (stream: string, belief: Belief, id: string) => Deleted;
  tombstone: (stream: string, belief: Belief, id: string) => Deleted;
}>;

const MEBIBYTE = 1024 * 1024;

const bytesOf = ({ data, metadata }: Proposed): number => data.length + metadata.length;

/** A stream that comes back after a soft deletion shows only what is written from then on. */
const reopen = (log: EventLog, stream: string, nowMs: number): void => {
  if (!isSoftDeleted(log, stream)) return;
  const json = `{"$tb":${lastRevision(log, stream) + 1}}`;
  writeMetadata(log, stream, '00000000-0000-4000-8000-000000000001', json, nowMs);
};

export const logNode = (options: NodeOptions): LogNode => {
  const { log, now, idTableLimit, maxAppendSize = 256 * MEBIBYTE, maxEventSize = 16 * MEBIBYTE } = options;
  const ids: IdTable = emptyIdTable(idTableLimit);

  const append: LogNode['append'] = (stream, belief, events) => {
    if (events.reduce((sum, event) => sum + bytesOf(event), 0) > maxAppendSize) {
      return { kind: 'too-large', limit: maxAppendSize };
    }
    if (events.some((event) => bytesOf(event) > maxEventSize)) return { kind: 'too-large', limit: maxEventSize };
    const decision = checkCommit(
      log,
      ids,
      stream,
      belief,
      events.map(({ id }) => id),
    );
    if (decision.kind !== 'write') return decision;
    if (events.length > 0) reopen(log, stream, now());
    const written = write(log, stream, events, now());
    for (const { id, revision, position } of written) remember(ids, id, { stream, revision, position });
    return { kind: 'written', last: lastRevision(log, stream), position: written.at(-1)?.position ?? 0 };
  };

  /** Deleting checks the expectation as writing nothing does; a stream that is not there cannot be deleted twice. */
  const mayDelete = (stream: string, belief: Belief): Deleted | undefined => {
    if (log.tombstones.has(stream)) return { kind: 'deleted' };
    const head = lastRevision(log, stream);
    const met =
      belief === 'any' ||
      (belief === 'none' && head === -1) ||
      (belief === 'exists' && head > -1) ||
      (typeof belief === 'object' && belief.exact === head);
    return met ? undefined : { kind: 'wrong-version', actual: head === -1 ? undefined : head };
  };

  return {
    log,
    now,
    append,
    softDelete: (stream, belief, id) => {
      const refused = mayDelete(stream, belief);
      if (refused !== undefined) return refused;
      const kept = hasMetadata(log, stream) ? metadataOf(log, stream) : {};
      const count = kept.maxCount === undefined ? '' : `"$maxCount":${kept.maxCount},`;
      writeMetadata(log, stream, id, `{${count}"$tb":${NEVER}}`, now());
      return { kind: 'written', position: log.all.at(-1)?.position ?? 0 };
    },
    tombstone: (stream, belief, id) => {
      const refused = mayDelete(stream, belief);
      if (refused !== undefined) return refused;
      return { kind: 'written', position: writeTombstone(log, stream, id, now()).position };
    },
  };
};
