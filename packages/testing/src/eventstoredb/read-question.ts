/** What a `Read` asks: one stream or all, which way, from where, how many, and what a subscription lets through. */

import type { Recorded } from './event-log.js';
import type { streams } from './generated.js';
import { nameOf } from './messages.js';

type Options = NonNullable<ReturnType<InstanceType<typeof streams.ReadReq>['getOptions']>>;
type Filtering = NonNullable<ReturnType<Options['getFilter']>>;

export type From = 'start' | 'end' | number;

export type Question = Readonly<{
  /** `undefined` for all streams. */
  stream: string | undefined;
  /** A revision of the stream, or a position in all. */
  from: From;
  backward: boolean;
  count: number;
  resolveLinks: boolean;
  live: boolean;
  passes: (event: Recorded) => boolean;
  /** A subscriber is told where it stands after so many events that were not let through. */
  checkpointEvery: number | undefined;
}>;

const DEFAULT_WINDOW = 32;

const textOf = (filter: Filtering, event: Recorded): string =>
  filter.hasStreamIdentifier() ? event.stream : event.type;

const filterOf = (filter: Filtering | undefined): Question['passes'] => {
  if (filter === undefined) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => textOf(filter, event).startsWith(prefix));
  const pattern = new RegExp(expression?.getRegex() ?? '', 'u');
  return (event) => pattern.test(textOf(filter, event));
};

const fromOf = (options: Options): From => {
  const [stream, all] = [options.getStream(), options.getAll()];
  if (stream !== undefined) {
    if (stream.hasRevision()) return Number(stream.getRevision());
    return stream.hasEnd() ? 'end' : 'start';
  }
  const position = all?.getPosition();
  if (position !== undefined) return Number(position.getCommitPosition());
  return all?.hasEnd() === true ? 'end' : 'start';
};

export const questionOf = (options: Options): Question => {
  const filter = options.getFilter();
  const window = filter?.hasMax() === true ? filter.getMax() : DEFAULT_WINDOW;
  return {
    stream: options.getStream() === undefined ? undefined : nameOf(options.getStream()?.getStreamIdentifier()),
    from: fromOf(options),
    backward: options.getReadDirection() === 1,
    count: Number(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    live: options.hasSubscription(),
    passes: filterOf(filter),
    checkpointEvery: filter === undefined ? undefined : window * Math.max(1, filter.getCheckpointintervalmultiplier()),
  };
};
