/** An answer as a leg hears it: its facts, what concerns a person, and who stands behind it. Agencies may say anything. */
import { E } from '../fp.js';
import type { Attribution, Personal } from '../kernel/index.js';
import { dayOf, type Instant, type PlainDate, plainDate } from '../values/plain-date.js';
import type { Answer } from './events.js';

export type Heard = Readonly<{ answer: Answer; at: Instant; personal?: Personal; attribution: Attribution }>;

/** A field that should be text; empty when it is not. */
export const textOf = ({ answer }: Heard, field: string): string => {
  const value = answer[field];
  return typeof value === 'string' ? value : '';
};

/** A field that should be a list of texts. */
export const textsOf = ({ answer }: Heard, field: string): readonly string[] => {
  const value = answer[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

/** A field that should be a day; the day of the answer when it is not. */
export const dayIn = (heard: Heard, field: string): PlainDate =>
  E.getOrElse(() => dayOf(heard.at))(plainDate(textOf(heard, field)));

/** The sealed part, for an event that carries it on. */
export const sealedPart = ({ personal }: Heard): Readonly<{ personal?: Personal }> =>
  personal === undefined ? {} : { personal };
