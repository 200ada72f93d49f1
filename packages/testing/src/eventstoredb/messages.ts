/** How a recorded event, an id, a name or a belief looks on the wire. Unsigned 64-bit numbers are texts there. */
import { status as codes, Metadata } from '@grpc/grpc-js';
import type { Belief } from './check-commit.js';
import type { Proposed, Recorded } from './event-log.js';
import { shared, streams } from './generated.js';

type Identifier = InstanceType<typeof shared.StreamIdentifier>;
type Uuid = InstanceType<typeof shared.UUID>;
type RecordedMessage = InstanceType<typeof streams.ReadResp.ReadEvent.RecordedEvent>;
type MetadataMap = Readonly<{ get: (key: string) => string | undefined }>;
type ProposedMessage = Readonly<{
  getId: () => Uuid | undefined;
  getMetadataMap: () => MetadataMap;
  getData_asU8: () => Uint8Array;
  getCustomMetadata_asU8: () => Uint8Array;
}>;

/** The revision of a tombstone. */
const LAST_REVISION = '9223372036854775807';

export const nameOf = (identifier: Identifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString('utf8');

export const identifierOf = (name: string): Identifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(name, 'utf8')));
  return identifier;
};

/** The server takes ids in both forms, and 16 bytes of anything else are still 16 bytes to it. */
export const idOf = (uuid: Uuid | undefined): string => uuid?.getString() ?? '';

export const uuidOf = (id: string): Uuid => {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
};

export const proposedOf = (message: ProposedMessage): Proposed => ({
  id: idOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

type Beliefs = Readonly<{ hasAny: () => boolean; hasNoStream: () => boolean; hasStreamExists: () => boolean }>;

export const beliefOf = (options: Beliefs, revision: string): Belief => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : { exact: Number(revision) };
};

export const recordedMessage = (event: Recorded): RecordedMessage => {
  const message = new streams.ReadResp.ReadEvent.RecordedEvent();
  message.setId(uuidOf(event.id));
  message.setStreamIdentifier(identifierOf(event.stream));
  message.setStreamRevision(event.type === '$streamDeleted' ? LAST_REVISION : String(event.revision));
  message.setCommitPosition(String(event.position));
  message.setPreparePosition(String(event.position));
  message.getMetadataMap().set('type', event.type);
  message.getMetadataMap().set('content-type', event.contentType);
  message.getMetadataMap().set('created', event.created);
  message.setData(event.data);
  message.setCustomMetadata(event.metadata);
  return message;
};

/** An error as the server sends it: a status, and what it is about in the trailers. */
export type ServerError = Readonly<{ code: codes; details: string; metadata: Metadata }>;

export const serverError = (
  code: codes,
  exception: string,
  trailers: Readonly<Record<string, string>> = {},
): ServerError => {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details: exception, metadata };
};

/** Trailers are ASCII: a name is sent as the server does, with what is no ASCII escaped. */
export const streamDeleted = (stream: string): ServerError =>
  serverError(codes.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': encodeURIComponent(stream) });

export const notLeader = ({ address, port }: Readonly<{ address: string; port: number }>): ServerError =>
  serverError(codes.NOT_FOUND, 'not-leader', {
    'leader-endpoint-host': address,
    'leader-endpoint-port': String(port),
  });
