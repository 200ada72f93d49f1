/**
 * A group of linked procedures as the commands see it (nhóm thủ tục liên thông). Births and deaths have types of their own; here
 * they have one face, so that a command asks which group a case is of once and never again.
 */
import type { Instant, Refused, StoredEvent } from '@lienthong/core';
import type { DueDate, LegName } from '@lienthong/core/application';
import type { Role } from '@lienthong/core/authority';
import type { DeathLegOutcome } from '@lienthong/core/death-case';
import type { Keys } from '@lienthong/core/evidence';
import type { Either, TE } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import type { PeopleOf } from '@lienthong/core/personal-data';
import type { OpenRequest } from '@lienthong/core/requests';
import type { Text } from '../language.js';
import type { Problem } from '../problem.js';
import type { Money } from '../readings/money.js';
import type { Replayed } from '../readings/replay.js';
import type { CaseSummary } from '../readings/statistics.js';
import type { DecidingStore, FilingStore } from '../stores/open-cases.js';

export const GROUPS = ['birth', 'death'] as const;
export type GroupName = (typeof GROUPS)[number];

/** How a leg of either group ended. */
export type Outcome = DeathLegOutcome;

/** An event as it is read back, without what was sealed, and the line that tells it. */
export type Told = Readonly<{ facts: Readonly<{ type: string }>; text: Text }>;

/** What a command came to; `repeated` when it had been accepted before. */
export type Done = Readonly<{ case: string; revision: number; repeated: boolean; events: readonly Told[] }>;

/** A declaration that was read: filing it records the consents given on it as well. */
export type Form = Readonly<{
  file: (store: FilingStore, filing: Readonly<{ id: string; at: Instant }>) => TE.TaskEither<Problem, Done>;
}>;

/** A command that was read. */
export type Order = Readonly<{
  submit: (store: DecidingStore, id: string) => TE.TaskEither<Problem, Done>;
}>;

/** `decided`: somebody has decided on the leg, whether or not the money has come. `money`: where the leg ends in money. */
export type LegStanding = Readonly<{ outcome: Outcome | null; decided: boolean; money: Money | null }>;

export type View = Readonly<{
  phase: 'none' | 'open' | 'closed';
  legs: readonly Readonly<{ leg: LegName; outcome: Outcome | null; benefits?: Money }>[];
  dueDates: readonly DueDate[];
  openRequests: readonly OpenRequest[];
  allowed: readonly Readonly<{
    role: Role;
    open: readonly string[];
    closed: readonly Readonly<{ command: string; refusals: Refused }>[];
  }>[];
}>;

/** A case folded from its events. */
export type Standing = Readonly<{
  head: number | null;
  /** What an officer who looks now has seen: the last revision of each part, for `seen` in a command. */
  seen: Readonly<Record<string, number>>;
  state: unknown;
  view: (book: LawBook, at: Instant) => View;
  /** Why a command is closed, in words, by reason. */
  reasons: (view: View) => Readonly<Record<string, Text>>;
  /** `undefined` where nothing was applied for. */
  summary: CaseSummary | undefined;
}>;

export type Group = Readonly<{
  name: GroupName;
  /** Reads a declaration (form 01, form 02). Errors: the first field that is not as it should be. */
  readForm: (raw: unknown) => Either<Problem, Form>;
  /** Reads a command to the case of this id; `stamp` stands in for an id and a moment that were not sent. */
  readCommand: (raw: unknown, stamp: Readonly<{ id: string; at: Instant }>, id: string) => Either<Problem, Order>;
  fold: (stored: readonly StoredEvent[]) => Either<Problem, Standing>;
  /** One line of the timeline. */
  tell: (stored: StoredEvent) => Either<Problem, Text>;
  /** Judges every decision of a stream again, each under the release it was made under. */
  replay: (stored: readonly StoredEvent[], keys: Keys | undefined) => Promise<Replayed>;
  /** What decides whether somebody of a case may be erased. */
  people: (book: LawBook) => PeopleOf;
}>;
