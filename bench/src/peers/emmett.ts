/** The workload in emmett's words: what our envelope says of an event goes into its metadata. */

import type { Event } from '@event-driven-io/emmett';
import type { NewEvent } from '@lienthong/core';

export type EmmettEvent = Event<string, Record<string, unknown>, Record<string, unknown>>;

export const emmettEvent = ({ type, data, ...metadata }: NewEvent): EmmettEvent =>
  ({ type, data, metadata, kind: 'Event' }) as unknown as EmmettEvent;
