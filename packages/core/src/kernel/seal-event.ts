/** From a kept event to a journal's event and back: personal blocks are sealed on the way in and left sealed on the way out. */
import type { JsonObject } from '../evidence/canonical.js';
import { type Keys, type SealedBlock, seal, unseal } from '../evidence/sealing.js';
import type { Kept } from './case-kind.js';
import type { Personal } from './decider.js';
import type { StoredEvent } from './envelope.js';

/** What stands in place of a block whose key was destroyed before it was written. */
export const ERASED: JsonObject = { erased: true };

/** `data` as a journal keeps it: the facts, and under `sealed` one block a person. */
export const sealKept = async (keys: Keys, caseId: string, eventId: string, kept: Kept): Promise<JsonObject> => {
  if (kept.personal === undefined) return kept.facts;
  const sealed = await Promise.all(
    Object.entries(kept.personal).map(async ([subject, block]) => {
      const key = await keys.keyOf(caseId, subject);
      return [subject, key === 'erased' ? ERASED : await seal(key, eventId, subject, block)] as const;
    }),
  );
  return { ...kept.facts, sealed: Object.fromEntries(sealed) };
};

/** The facts of a stored event, as its codec reads them; no key is needed. */
export const unsealedFacts = ({ type, schema, data }: StoredEvent): Kept => {
  // Most events concern nobody's person: theirs need not be copied.
  if (!Object.hasOwn(data, 'sealed')) return { type, schema, facts: data };
  const { sealed: _, ...facts } = data;
  return { type, schema, facts };
};

/** Opens what can be opened of a stored event; who was erased, or whose block does not open, is named apart. */
export const openPersonal = async (
  keys: Keys,
  event: StoredEvent,
): Promise<Readonly<{ personal: Personal; erased: readonly string[]; damaged: readonly string[] }>> => {
  const personal: Record<string, JsonObject> = {};
  const erased: string[] = [];
  const damaged: string[] = [];
  for (const [subject, block] of Object.entries((event.data['sealed'] ?? {}) as Record<string, SealedBlock>)) {
    // Opening never makes a key: one that is not there any more would be found again by nobody.
    const key = await (keys.existing ?? keys.keyOf)(event.correlation, subject);
    if (key === 'erased') erased.push(subject);
    else {
      const opened = key && (await unseal(key, event.id, subject, block));
      if (opened === undefined) damaged.push(subject);
      else personal[subject] = opened;
    }
  }
  return { personal, erased, damaged };
};
