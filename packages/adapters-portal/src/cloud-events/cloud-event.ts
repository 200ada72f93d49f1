/**
 * A status as a CloudEvent 1.0.2, and the two ways events travel over HTTP: one as `application/cloudevents+json`, several as
 * `application/cloudevents-batch+json`. The subject is the case, the sequence its stream's revision.
 */
import type { JsonObject } from '@lienthong/core/evidence';
import type { StatusMessage } from '../status/views.js';
import { schemaId } from './data.js';

export const STRUCTURED = 'application/cloudevents+json';
export const BATCHED = 'application/cloudevents-batch+json';

export const LEG_STATUS = 'vn.lienthong.leg.status';
export const CASE_STATUS = 'vn.lienthong.case.status';

export type EventNaming = Readonly<{
  /** Who speaks, as a URI reference: `urn:lienthong:nghe-an`. With the id it names an event for good. */
  source: string;
  /** A URI that the names of schemas are added to: `urn:lienthong:schema:`. */
  schemas: string;
}>;

/** Digits enough for any stream, so that sequences sort as text. */
const SEQUENCE = 10;
export const sequenceOf = (revision: number): string => String(revision).padStart(SEQUENCE, '0');

/** One trace a case, one span an event: made of ids alone, so that whoever sends again says the same. */
export const traceparentOf = ({ caseId, event }: Pick<StatusMessage, 'caseId' | 'event'>): string =>
  `00-${caseId.replaceAll('-', '')}-${event.replaceAll('-', '').slice(0, 16)}-00`;

/** `attempt` is there from the second time on that somebody asked for it to be sent. */
export const cloudEvent = ({ source, schemas }: EventNaming, message: StatusMessage, attempt = 1): JsonObject => ({
  specversion: '1.0',
  id: message.id,
  source,
  type: message.span === 'case' ? CASE_STATUS : LEG_STATUS,
  subject: message.caseId,
  time: message.at,
  datacontenttype: 'application/json',
  dataschema: schemaId(schemas, message.audience),
  sequence: sequenceOf(message.revision),
  traceparent: traceparentOf(message),
  ...(attempt > 1 ? { attempt } : {}),
  data: message.data,
});

/** One event goes alone, several as a batch. */
export const mediaTypeOf = (events: readonly JsonObject[]): string => (events.length === 1 ? STRUCTURED : BATCHED);
