/** What a case has to tell a target: made anew each time from the journal, so that the same events always say the same. */
import type { Fault } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { History } from '../status/history.js';
import { type Audience, latestOf, messagesFor, type StatusMessage } from '../status/views.js';
import type { CaseRow } from './case-row.js';
import type { CaseLoad } from './round.js';

export type Telling = Readonly<{ history: History; audience: Audience }>;

/** What a stream comes to, and its last revision. */
export type Said = Readonly<{ messages: readonly StatusMessage[]; head: number }>;

/** The left tells a journal that does not serve from a case that cannot be read. */
export const messagesIn = async (
  { history, audience }: Telling,
  stream: string,
): Promise<Either<Fault | 'Unreadable', Said>> => {
  const told = await history(stream);
  if (E.isLeft(told)) return told;
  return E.right({ messages: messagesFor(audience)(told.right.changes), head: told.right.head });
};

/** What was heard and not taken yet; and, where somebody asked for it again, first the last word on each span. */
export const loadOf = (stream: string, row: CaseRow, messages: readonly StatusMessage[]): CaseLoad => {
  const { heard, taken, asked, done } = row;
  const latest = new Set(asked > done ? latestOf(messages.filter(({ revision }) => revision <= taken)) : []);
  const outgoing = messages
    .filter((message) => message.revision <= heard && (message.revision > taken || latest.has(message)))
    .map((message) => ({ message, attempt: asked }));
  return { stream, heard, attempt: asked, outgoing };
};
