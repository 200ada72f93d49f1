/** The same rules inside a portal or a desk program: a form comes in, and what it came to is told in the citizen's language. */
import { type Clock, type Instant, memoryJournal } from '@lienthong/core';
import { apply, birthCaseKind } from '@lienthong/core/birth-case';
import { blindIndex, developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { say } from '@lienthong/core/messages';
import { applyData, readDeclaration } from '@lienthong/core/schema';

type Portal = Readonly<{ file: (form: unknown, id: string, at: Instant) => Promise<string> }>;

export const portal = (clock: Clock): Portal => {
  // #region embed
  const kind = birthCaseKind(lawBook()); // birth → residence ∥ health card as one decider, under dated law
  const env = { journal: memoryJournal({ clock }), keys: developmentKeys('only to try it out') };
  const words = say('vi');

  const file = async (form: unknown, id: string, at: Instant): Promise<string> => {
    const read = readDeclaration(form); // answers with a field and what it should hold, never with its value
    if (E.isLeft(read)) return words.malformed(read.left);
    const data = applyData(read.right, (birth) => blindIndex('only to try it out', 'birth', birth));
    const actor = { id: 'citizen-17', role: 'applicant' };
    const filed = await apply(env, kind)({ id, type: 'Apply', at, actor, data })();
    if (E.isLeft(filed)) return words.fault(filed.left).toDo; // a silence: it may be asked again
    if (E.isLeft(filed.right)) return filed.right.left.map(words.refusal).join('\n'); // the law's no, whole
    return filed.right.right.events.map(words.event).join('\n');
  };
  // #endregion embed
  return { file };
};
