/**
 * Both client packages register their messages in one global namespace, and whichever is imported later breaks the other.
 * So a process may hold one of them only.
 */
import type { BadInput } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';

type Names = Readonly<Record<string, unknown>> | undefined;

const inside = (names: Names, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Names)?.[key], names);

const registered = (): Readonly<{ request: unknown; successor: unknown }> => {
  const { proto } = globalThis as unknown as Readonly<{ proto?: Names }>;
  return {
    request: inside(proto, 'event_store', 'client', 'streams', 'ReadReq'),
    successor: inside(proto, 'kurrentdb'),
  };
};

/** What our client registered when it was imported; taken once, when this module is. */
const ours = registered().request;

export const onlyOneLibrary = (): Either<BadInput, void> => {
  const { request, successor } = registered();
  return request === ours && successor === undefined
    ? E.right(undefined)
    : E.left({
        kind: 'BadInput',
        at: 'process',
        expected:
          'one client package in a process: @eventstore/db-client and @kurrent/kurrentdb-client break each other',
      });
};
