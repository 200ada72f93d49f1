/**
 * The first record of each commit: the command that caused it (R1), so that any decision can be judged again. It is kept as
 * an event of its own type, sealed like the others, and no decider ever sees it.
 */
import { canonical, type JsonObject, type JsonValue } from '../evidence/canonical.js';
import type { LawSetId } from '../law/dated.js';
import type { Kept } from './case-kind.js';
import type { Command, Personal } from './decider.js';
import type { StoredEvent } from './envelope.js';
import { ERASED } from './seal-event.js';

export const COMMAND_ACCEPTED = 'CommandAccepted';

/** The record of a command, before sealing. `law` names the rows known on the day of the command. */
export const keepCommand = (
  command: Command,
  kept: Readonly<{ facts: JsonObject; personal?: Personal }>,
  law: LawSetId,
): Kept => ({
  type: COMMAND_ACCEPTED,
  schema: 1,
  facts: {
    command: command.type,
    commandFacts: kept.facts,
    law: { release: law.release, on: law.on, knownOn: law.knownOn, hash: law.hash },
    ...(command.seen === undefined ? {} : { seen: command.seen }),
  },
  ...(kept.personal === undefined ? {} : { personal: kept.personal }),
});

/** What a record says, so that two of them can be compared: not under which law, and of the erased only that they were. */
const saying = ({ law: _, sealed, ...said }: JsonObject, erased: ReadonlySet<string>): string => {
  const blocks = Object.entries((sealed ?? {}) as Readonly<Record<string, JsonObject>>);
  const comparable = blocks.map(([person, block]) => [person, erased.has(person) ? ERASED : block] as const);
  return canonical({ ...said, sealed: Object.fromEntries(comparable) });
};

const sameParty = (one: unknown, other: unknown): boolean =>
  canonical((one ?? null) as JsonValue) === canonical((other ?? null) as JsonValue);

/**
 * Whether a command is the one that a stored record keeps: the same order by the same people. `data` is the command's own
 * record, sealed now: sealing being deterministic, personal data is compared in its sealed form, and that of a person
 * erased since not at all. When it was given, and under which law, does not matter: a retry may come on another day.
 */
export const isRecordOf = (
  { type, data, actor, onBehalfOf }: StoredEvent,
  command: Command,
  now: JsonObject,
): boolean => {
  const blocks = (now['sealed'] ?? {}) as Readonly<Record<string, JsonObject>>;
  const erased = new Set(Object.keys(blocks).filter((person) => blocks[person]?.['erased'] === true));
  return (
    type === COMMAND_ACCEPTED &&
    saying(data, erased) === saying(now, erased) &&
    sameParty(actor, command.actor) &&
    sameParty(onBehalfOf, command.onBehalfOf)
  );
};
