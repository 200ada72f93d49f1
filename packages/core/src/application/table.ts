/**
 * The form of a case's one table (R14). For each command: the part of the case that owns it, the act that competence law names,
 * its name in the domain's own papers, and the events it may come to. `always` marks what stays open after the close (R12).
 */
import type { LegName } from '../dossier/events.js';

export type CommandLine<
  Part extends string = string,
  L extends LegName = LegName,
  T extends string = string,
> = Readonly<{
  /** `of-leg` where the command itself names the leg. */
  part: Part | 'of-leg';
  /** The act as the law of competence names it. */
  act: string;
  alias: string;
  emits: readonly T[];
  leg?: L;
  /** The command names its leg, though its part is the application's. */
  namesLeg?: true;
  afterClose: boolean;
}>;

type Line<Part extends string, L extends LegName, T extends string> = (
  part: Part | 'of-leg',
  act: string,
  alias: string,
  ...emits: readonly T[]
) => CommandLine<Part, L, T>;

/** Lines of a table: `open` until the case is closed, `always` after it too. */
export const linesOf = <Part extends string, L extends LegName, T extends string>(
  legOfPart: Readonly<Partial<Record<Part, L>>>,
): Readonly<{ open: Line<Part, L, T>; always: Line<Part, L, T> }> => {
  const line =
    (afterClose: boolean): Line<Part, L, T> =>
    (part, act, alias, ...emits) => {
      const leg = part === 'of-leg' ? undefined : legOfPart[part];
      return { part, act, alias, emits, afterClose, ...(leg === undefined ? {} : { leg }) };
    };
  return { open: line(false), always: line(true) };
};
