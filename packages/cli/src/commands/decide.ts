/** `decide`: puts one command to a case; appends and prints the events, or prints the refusals and appends nothing. */
import { type BirthCommand, submit } from '@lienthong/core/birth-case';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { readCommand } from '@lienthong/core/schema';
import { birthKind } from '../cases/birth.js';
import { caseIdAt } from '../cases/case-id.js';
import { type Done, doneJson, settled } from '../cases/committed.js';
import { readJson } from '../cases/read-json.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import { badInput, malformedField, type Problem } from '../problem.js';
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

/** Who registers a birth need not know who holds the claim on it: that is found out before the rules are asked. */
const withHolder = (raw: unknown, id: string): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { type, data } = raw as Readonly<{ type?: unknown; data?: object }>;
  return type === 'RegisterBirth' ? { ...raw, data: { holder: id, ...data } } : raw;
};

const commandIn = ({ io }: Context, raw: unknown, id: string): Either<Problem, BirthCommand> => {
  const command = readCommand(withHolder(raw, id), { id: freshId(io), at: io.now() });
  if (E.isLeft(command)) return E.left(malformedField(command.left));
  return command.right.type === 'Apply'
    ? E.left(badInput('type', 'a command for a case that was filed; `lienthong apply` files one'))
    : command;
};

const told = ({ say, messages }: Context, done: Done): Answer => ({
  exit: 0,
  json: doneJson(done),
  lines: [...(done.repeated ? [say(texts.again)] : []), ...done.events.map((event) => messages.event(event))],
});

const decided = (context: Context, path: string | undefined, options: Options): Work => {
  const id = caseIdAt('--case', options.case);
  if (E.isLeft(id)) return TE.left(id.left);
  const command = pipe(
    readJson(path, context.io),
    E.flatMap((raw) => commandIn(context, raw, id.right)),
  );
  if (E.isLeft(command)) return TE.left(command.left);
  return pipe(
    openToDecide(options.store, context),
    within(({ journal, keys }: DecidingStore) =>
      pipe(
        settled(submit({ journal, keys }, birthKind())(id.right, command.right)),
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
