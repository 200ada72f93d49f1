/** The same rules inside a portal or a desk program: a form comes in, and what it came to is told in the citizen's language. */
import { type Clock, type Instant, memoryJournal } from '@lienthong/core';
import { apply, birthCaseKind, dueDates } from '@lienthong/core/birth-case';
import { blindIndex, developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { say } from '@lienthong/core/messages';
import { applyData, readDeclaration } from '@lienthong/core/schema';

export const portal = (clock: Clock) => {
  // #region embed
  const law = lawBook(); // dated law, with citations
  const kind = birthCaseKind(law); // birth → residence ∥ health card, as one decider
  const env = { journal: memoryJournal({ clock }), keys: developmentKeys('only to try it out') };
  const words = say('vi');

  const file = async (form: unknown, id: string, at: Instant): Promise<string> => {
    const read = readDeclaration(form); // strangers are met by zod: a field and what it should hold, never its value
    if (E.isLeft(read)) return words.malformed(read.left);
    const data = applyData(read.right, (birth) => blindIndex('only to try it out', 'birth', birth));
    const actor = { id: 'citizen-17', role: 'applicant' };
    const filed = await apply(env, kind)({ id, type: 'Apply', at, actor, data })();
    if (E.isLeft(filed)) return words.fault(filed.left).toDo; // a silence: it may be asked again
    if (E.isLeft(filed.right)) return filed.right.left.map(words.refusal).join('\n'); // the law's no, every obstacle at once
    const { stream, events, state } = filed.right.right;
    return [
      stream,
      ...events.map(words.event),
      ...dueDates(law, state).map(({ span, dueOn }) => `${span} ${dueOn}`),
    ].join('\n');
  };
  // #endregion embed
  return { file, journal: env.journal };
};
