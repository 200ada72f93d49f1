/**
 * A journal as one would write it on paper: a single list, searched from the top each time. It shares no code with any
 * store, so that a store is never held against itself (R31).
 */
export type Line = Readonly<{ stream: string; revision: number; id: string; type: string; content: number }>;
export type Draft = Pick<Line, 'id' | 'type' | 'content'>;
export type Belief = 'none' | 'exists' | 'any' | Readonly<{ exact: number }>;

export type Foreseen =
  | Readonly<{ kind: 'written' | 'repeated'; revision: number; created: boolean }>
  | Readonly<{ kind: 'Conflict'; actual: number | null }>
  | Readonly<{ kind: 'IdReused' | 'BadInput' }>;

export type Model = { lines: Line[] };

const linesOf = ({ lines }: Model, stream: string): readonly Line[] => lines.filter((line) => line.stream === stream);

export const headIn = (model: Model, stream: string): number => linesOf(model, stream).length - 1;

const believes = (belief: Belief, head: number): boolean => {
  if (belief === 'any') return true;
  if (belief === 'none') return head === -1;
  if (belief === 'exists') return head > -1;
  return belief.exact === head;
};

/** What a journal must answer, judged on paper; nothing is written yet. */
export const foresee = (model: Model, stream: string, belief: Belief, drafts: readonly Draft[]): Foreseen => {
  const head = headIn(model, stream);
  const twice = drafts.some(({ id }, index) => drafts.findIndex((other) => other.id === id) !== index);
  if (drafts.length === 0 || twice || (typeof belief === 'object' && belief.exact < 0)) return { kind: 'BadInput' };
  const standing = drafts.map(({ id }) => linesOf(model, stream).find((line) => line.id === id));
  if (standing.some((line) => line !== undefined)) {
    const first = standing[0]?.revision ?? 0;
    const alike = standing.every(
      (line, index) =>
        line !== undefined &&
        line.revision === first + index &&
        line.content === drafts[index]?.content &&
        line.type === drafts[index]?.type,
    );
    return alike
      ? { kind: 'repeated', revision: first + drafts.length - 1, created: first === 0 }
      : { kind: 'IdReused' };
  }
  if (!believes(belief, head)) return { kind: 'Conflict', actual: head === -1 ? null : head };
  return { kind: 'written', revision: head + drafts.length, created: head === -1 };
};

/** Writes the drafts at the end of the list. */
export const writeDown = (model: Model, stream: string, drafts: readonly Draft[]): void => {
  for (const draft of drafts) model.lines.push({ ...draft, stream, revision: headIn(model, stream) + 1 });
};

export type Question = Readonly<{ from?: number; direction?: 'forward' | 'backward'; limit?: number }>;

export const readOnPaper = (model: Model, stream: string, { from, direction, limit }: Question): readonly Line[] => {
  const lines = linesOf(model, stream);
  const wanted =
    direction === 'backward'
      ? lines.filter(({ revision }) => from === undefined || revision <= from).reverse()
      : lines.filter(({ revision }) => from === undefined || revision >= from);
  return wanted.filter((_, index) => limit === undefined || index < limit);
};
