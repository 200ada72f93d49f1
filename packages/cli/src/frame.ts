/** What every command is made of: the context it is given, the answer it gives, and how it joins the program. */

import type { TE } from '@lienthong/core/fp';
import type { Command } from 'commander';
import type { Io } from './io.js';
import type { Language, Text } from './language.js';
import type { Problem } from './problem.js';

export type Context = Readonly<{
  io: Io;
  language: Language;
  say: (text: Text) => string;
  /** Whether one JSON document is wanted instead of lines for people. */
  json: boolean;
  /** For a command that runs until it is interrupted: it watches for that, and is given a moment to end in its own way. */
  endsByItself?: () => void;
}>;

/** `json` and `lines` say the same; a command that has written its result itself (an export) leaves both out. */
export type Answer = Readonly<{ exit: 0 | 1; json?: unknown; lines?: readonly string[] }>;

export type Work = TE.TaskEither<Problem, Answer>;

/** Turns the work of a command into the action that commander calls. */
export type Does = <A extends readonly unknown[]>(
  work: (context: Context, ...args: A) => Work,
) => (...args: A) => Promise<void>;

/** A command joins the program: its name, arguments and options, in the language of the reader, and its work. */
export type Join = (program: Command, frame: Readonly<{ say: (text: Text) => string; does: Does }>) => void;
