/** A case that only asks for one thing (hồ sơ giả định): enough to watch a courier by. */
import { developmentKeys } from '../../evidence/sealing.js';
import { E, type Either, type NonEmpty } from '../../fp.js';
import {
  type CaseKind,
  type Command,
  consequentId,
  handle,
  type Journal,
  load,
  type Refused,
} from '../../kernel/index.js';
import type { LawBook } from '../../law/dated.js';
import type { Instant } from '../../values/plain-date.js';
import type { RequestCommand } from '../commands.js';
import { requestMachine } from '../decider.js';
import type { RequestEvent } from '../events.js';
import { evolveLedger, intend, type Ledger } from '../ledger.js';

type Want = Command<'Want', Readonly<Record<never, never>>>;
type ParcelCommand = Want | RequestCommand;

const book = {
  release: 'test',
  parameters: [],
  at: (date) => ({ date, id: { release: 'test', ...date, hash: '' }, row: (parameter) => parameter.rows[0] }),
  named: () => undefined,
  rowOn: (parameter) => parameter.rows[0],
  rebuild: () => undefined,
} satisfies LawBook;

const machine = requestMachine(book);
const decide = (command: ParcelCommand, ledger: Ledger): Either<Refused, NonEmpty<RequestEvent>> =>
  command.type === 'Want' ? E.right([intend(ledger, 'issue-card')]) : machine.decide(command, ledger, undefined);

export const parcel: CaseKind<ParcelCommand, RequestEvent, Ledger, string> = {
  name: 'parcel',
  law: book,
  decider: { initial: {}, decide, evolve: evolveLedger },
  events: {
    keep: ({ type, ...facts }) => ({ type, schema: 1, facts }) as ReturnType<typeof parcel.events.keep>,
    recall: ({ type, facts }) => E.right({ type, ...facts } as unknown as RequestEvent),
  },
  commands: {
    keep: ({ data }) => ({ facts: data }) as ReturnType<typeof parcel.commands.keep>,
    recall: () => E.left({ at: '', expected: 'not needed here' }),
  },
  legOf: () => undefined,
};

export const keys = developmentKeys('test');

const stream = (name: string): string => `parcel-${consequentId(name)}`;

/** Whether it was wanted. */
export const want = async (journal: Journal, name: string, now: Instant): Promise<boolean> => {
  const command: Want = {
    id: consequentId(`want/${name}`),
    type: 'Want',
    at: now,
    actor: { id: 'x', role: 'applicant' },
    data: {},
  };
  const done = await handle({ journal, keys })(parcel)(stream(name), command)();
  return E.isRight(done) && E.isRight(done.right);
};

/** Where its one request stands. */
export const statusOf = async (journal: Journal, name: string): Promise<string | undefined> => {
  const loaded = await load(journal, parcel, stream(name))();
  return E.isRight(loaded) ? loaded.right.state['issue-card#1']?.status : loaded.left.kind;
};
