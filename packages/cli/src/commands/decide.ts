/** `decide`: puts one command to a case; appends and prints the events, or prints the refusals and appends nothing. */
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type Done, GROUPS, type Group, type Order } from '../cases/group.js';
import { type CaseId, caseIdAt, findCase, groups } from '../cases/groups.js';
import { readJson } from '../cases/read-json.js';
import { doneJson, doneLines } from '../cases/told.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import type { Problem } from '../problem.js';
import { type DecidingStore, openToDecide } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';

type Options = Readonly<{ store: string; case: string }>;

const texts = {
  about: { vi: 'ra một lệnh cho hồ sơ', en: 'put one command to a case' },
  file: { vi: 'lệnh dạng JSON; mặc định đọc từ đầu vào', en: 'the command as JSON (default: standard input)' },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  case: { vi: 'mã hồ sơ', en: 'id of the case' },
  again: { vi: 'Lệnh này đã được ghi từ trước; không ghi thêm.', en: 'Recorded before; nothing more was recorded.' },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * The command, read by the group of its case. Where there is no such case the command itself tells which group is meant, and the
 * rules then say that nothing was filed.
 */
const orderIn = (
  { io }: Context,
  raw: unknown,
  { id, group }: CaseId,
  found: Group | undefined,
): Either<Problem, Order> => {
  const stamp = { id: freshId(io), at: io.now() };
  const [first, ...others] = (found ? [found] : (group ? [group] : GROUPS).map((name) => groups[name])).map((each) =>
    each.readCommand(raw, stamp, id),
  );
  return others.find(E.isRight) ?? (first as Either<Problem, Order>);
};

const told = ({ say }: Context, done: Done): Answer => ({
  exit: 0,
  json: doneJson(done),
  lines: [...(done.repeated ? [say(texts.again)] : []), ...doneLines(say, done)],
});

const decided = (context: Context, path: string | undefined, options: Options): Work => {
  const id = caseIdAt('--case', options.case);
  if (E.isLeft(id)) return TE.left(id.left);
  const raw = readJson(path, context.io);
  if (E.isLeft(raw)) return TE.left(raw.left);
  return pipe(
    openToDecide(options.store, context),
    within((store: DecidingStore) =>
      pipe(
        findCase(store.journal, id.right),
        TE.flatMapEither((found) => orderIn(context, raw.right, id.right, found?.group)),
        TE.flatMap(({ submit }) => submit(store, id.right.id)),
        TE.map((done) => told(context, done)),
      ),
    ),
  );
};

export const decide: Join = (program, { say, does }) => {
  program
    .command('decide')
    .description(say(texts.about))
    .argument('[FILE]', say(texts.file))
    .requiredOption('--store <URL>', say(texts.store))
    .requiredOption('--case <ID>', say(texts.case))
    .action(does(decided));
};
