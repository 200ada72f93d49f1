/** What the rules ask of the people in a declaration. Read once, when it is filed; nothing of it enters the state. */
import type { JsonObject, JsonValue } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { Personal } from '../../kernel/index.js';
import { namePart } from '../../values/person-name.js';

const field = (block: JsonObject | undefined, ...path: readonly string[]): string | undefined => {
  const value = path.reduce<JsonValue | undefined>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? (inner as JsonObject)[key] : undefined,
    block,
  );
  return typeof value === 'string' ? value : undefined;
};

const isName = (text: string | undefined): boolean => text === undefined || E.isRight(namePart(text));

/** Letters of Vietnamese or an ethnic-minority language in every part of the child's name, and a given name at least. */
export const namesPermitted = (personal: Personal): boolean => {
  const part = (of: string): string | undefined => field(personal['child'], 'name', of);
  return part('given') !== undefined && ['surname', 'middle', 'given'].every((of) => isName(part(of)));
};

const same = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase().trim() === other.normalize('NFC').toLowerCase().trim();

/**
 * Whether the child's surname, ethnicity or native place is the father's or the mother's. A field that nobody stated
 * conflicts with nothing; with the father undetermined only the mother's counts.
 */
export const parentsShare = (personal: Personal, what: 'surname' | 'ethnicity' | 'nativePlace'): boolean => {
  const path = what === 'surname' ? ['name', 'surname'] : [what];
  const child = field(personal['child'], ...path);
  const parents = ['mother', 'father'].flatMap((parent) => field(personal[parent], ...path) ?? []);
  return child === undefined || parents.length === 0 || parents.some((parent) => same(parent, child));
};
