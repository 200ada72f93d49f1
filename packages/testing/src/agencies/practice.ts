/** How an invented agency works (cách làm việc của một cơ quan): its world, its files, its own record, and what it makes of them. */
import type { Instant, Party } from '@lienthong/core';
import type { LawBook } from '@lienthong/core/law';
import type { Answered, Ask, Desk, Purpose, Repeats } from '@lienthong/core/requests';
import type { Random } from '../random.js';
import type { Faults, System } from './faults.js';
import type { OfficeHours } from './office-hours.js';
import type { VirtualClock } from './virtual-clock.js';
import type { Weather } from './weather.js';

/** The world all offices share. `first` is the midnight that spells of bad weather are counted from. */
export type OfficeWorld = Readonly<{
  clock: VirtualClock;
  hours: OfficeHours;
  faults: Faults;
  random: Random;
  first: Instant;
  /** What limits and monthly lists the law gives an agency. */
  law: LawBook;
  /** What somebody has switched on by hand, on top of the faults; fair unless said. */
  weather?: (system: System) => Weather;
}>;

/** One thing an agency did for good: an entry, a number, a card. */
export type Effect = Readonly<{
  agency: string;
  purpose: Purpose;
  caseId: string;
  key: string;
  request: string;
  at: Instant;
  what: string;
}>;

/** A file as the agency keeps it. */
export type OfficeFile<Content, Answer> = Readonly<{
  key: string;
  /** How many files came under this key before it. */
  nth: number;
  caseId: string;
  request: string;
  content: Content;
  reference: string;
  receivedAt: Instant;
  /** `put-away`: nobody works on it, and nobody says so (F14). */
  status: 'open' | 'put-away' | 'answered';
  dueAt: Instant;
  reply?: Answered<Answer>;
}>;

/** What the officer has before them, at that moment. `earlier` are the same case's other files here. */
export type OnTheDesk<Content, Answer> = Readonly<{
  file: OfficeFile<Content, Answer>;
  at: Instant;
  random: Random;
  earlier: readonly OfficeFile<Content, Answer>[];
}>;

/** A step on the way; told at once where no moment is named. */
export type StepTold = Readonly<{ step: string; reason: string; at?: Instant }>;

/** How one agency works. */
export type Practice<Content, Answer> = Readonly<{
  system: System;
  agency: string;
  purpose: Purpose;
  repeats: Repeats;
  /** Who signs. */
  by: (file: Content) => Party;
  /** How long a file takes; 0 is answered on the spot, `working` counts office hours only. Or until when. */
  takes: (
    file: Ask<Content>,
    random: Random,
    at: Instant,
  ) => Readonly<{ ms: number; working: boolean }> | Readonly<{ until: Instant }>;
  judge: (seen: OnTheDesk<Content, Answer>) => Answer;
  /** What stands in the agency's record after this answer; `undefined` when nothing was done. */
  effect: (answer: Answer, content: Content) => string | undefined;
  /** Told on the way, before the answer. */
  onTheWay?: (
    file: Ask<Content>,
    random: Random,
    times: Readonly<{ at: Instant; dueAt: Instant }>,
  ) => readonly StepTold[];
  putsAway?: (random: Random) => boolean;
}>;

/** What waits at an office: files that are worked on, files put away, replies that have not left yet. */
export type Queue = Readonly<{
  agency: string;
  system: System;
  purpose: Purpose;
  open: number;
  putAway: number;
  replies: number;
}>;

export type Office<Content, Answer> = Readonly<{
  desk: Desk<Content, Answer>;
  purpose: Purpose;
  /** The agency's own record, in the order it acted. */
  effects: () => readonly Effect[];
  queue: () => Queue;
  /** What somebody finds who asks in person, by key. */
  lookUp: (key: string) => readonly OfficeFile<Content, Answer>[];
  /** Somebody asked for a file in person: what was put away is taken up, what was answered is sent again. */
  remind: (key: string) => void;
  /** When something will happen here next. */
  nextAt: () => Instant | undefined;
}>;
