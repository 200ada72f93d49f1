/**
 * Refusals (từ chối): the law's no. A refusal names a state of affairs, the text it rests on, the facts it used, and the
 * smallest change that would turn it into a yes. It is final until the facts change, and never an exception.
 */
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import { E, type Either, isNonEmpty, type NonEmpty } from '../fp.js';
import type { Citation, LawInForce, Provision, Row } from '../law/dated.js';

/**
 * What opens the way: a change to this very command (`at` is a path in its data; the new value stands in `to`), or a
 * command of somebody. Applying it removes the refusal it belongs to; others may remain.
 */
export type Remedy =
  | Readonly<{ kind: 'change'; at: string; to: JsonValue }>
  | Readonly<{ kind: 'command'; command: string; by: string }>;

/** Where to go when this procedure is not the right one. */
export type Elsewhere = Readonly<{ procedure: string; desk: string }>;

export type Refusal<R extends string = string> = Readonly<{
  reason: R;
  citations: NonEmpty<Citation>;
  /** Field names, dates and codes; never a name, a number of a person or free text. */
  facts: JsonObject;
  remedy: Remedy | null;
  elsewhere?: Elsewhere;
}>;

export type Refused<R extends string = string> = NonEmpty<Refusal<R>>;

/** A rule looks at a command and the state it meets, under one law, and answers with what stands in the way. */
export type Rule<C, S, R extends string> = (command: C, state: S, law: LawInForce) => readonly Refusal<R>[];

/** A value that may depend on what the rule looked at. */
type From<C, S, T> = T | ((command: C, state: S, row: Row<unknown>) => T);

export type Grounds<C, S> = Readonly<{
  facts?: From<C, S, JsonObject>;
  remedy?: From<C, S, Remedy | null>;
  elsewhere?: From<C, S, Elsewhere>;
}>;

const given = <C, S, T>(from: From<C, S, T> | undefined, command: C, state: S, row: Row<unknown>): T | undefined =>
  typeof from === 'function' ? (from as (c: C, s: S, r: Row<unknown>) => T)(command, state, row) : from;

/**
 * A rule that holds while its provision is in force: the row found at the law's date supplies the citation, and its value
 * the limits. A provision without a row on that day binds nobody.
 */
export const refuseUnless =
  <C, S, R extends string, V>(
    reason: R,
    provision: Readonly<{ name: string; unit: string; about: string; rows: readonly Row<V>[] }>,
    holds: (command: C, state: S, value: V, law: LawInForce) => boolean,
    grounds: Grounds<C, S> = {},
  ): Rule<C, S, R> =>
  (command, state, law) => {
    const row = law.row(provision);
    if (row === undefined || holds(command, state, row.value, law)) return [];
    const elsewhere = given(grounds.elsewhere, command, state, row);
    return [
      {
        reason,
        citations: [row.citation],
        facts: given(grounds.facts, command, state, row) ?? {},
        remedy: given(grounds.remedy, command, state, row) ?? null,
        ...(elsewhere === undefined ? {} : { elsewhere }),
      },
    ];
  };

/** Asks a rule only of the commands it concerns. */
export const when =
  <C, S, R extends string>(
    concerns: (command: C, state: S) => boolean,
    ...rules: readonly Rule<C, S, R>[]
  ): Rule<C, S, R> =>
  (command, state, law) =>
    concerns(command, state) ? rules.flatMap((rule) => rule(command, state, law)) : [];

/** Asks every rule, so that an applicant hears of every obstacle at once. */
export const examine =
  <C, S, R extends string>(...rules: readonly Rule<C, S, R>[]) =>
  (command: C, state: S, law: LawInForce): Either<Refused<R>, C> => {
    const obstacles = rules.flatMap((rule) => rule(command, state, law));
    return isNonEmpty(obstacles) ? E.left(obstacles) : E.right(command);
  };

/** Whether a provision is in force, for callers that branch on the law rather than refuse. */
export const inForce = (law: LawInForce, provision: Provision): boolean => law.row(provision) !== undefined;

/** What a judged command comes to: these events, or the refusals. */
export const emits = <R extends string, Ev>(
  judged: Either<Refused<R>, unknown>,
  ...events: NonEmpty<Ev>
): Either<Refused<R>, NonEmpty<Ev>> => (E.isLeft(judged) ? judged : E.right(events));
