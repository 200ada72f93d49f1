/** `apply`: files an application from a JSON declaration (form 01 or form 02), and prints the case's id. */
import type { Instant } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type Done, type Form, GROUPS, type Group } from '../cases/group.js';
import { groups } from '../cases/groups.js';
import { readJson } from '../cases/read-json.js';
import { doneJson, doneLines } from '../cases/told.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import { instantAt, oneOf } from '../options.js';
import { badInput, type Problem } from '../problem.js';
import { type FilingStore, openToFile } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';

type Options = Readonly<{ store: string }>;

const texts = {
  about: { vi: 'nộp hồ sơ từ tờ khai JSON', en: 'file an application from a JSON declaration' },
  procedure: { vi: 'nhóm thủ tục: birth hoặc death', en: 'the group: birth or death' },
  file: {
    vi: 'tờ khai (có thể kèm commandId để gửi lại an toàn)',
    en: 'the declaration (a commandId in it makes filing twice safe)',
  },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  again: { vi: 'Đã nộp từ trước; không ghi thêm.', en: 'Filed before; nothing more was recorded.' },
} as const satisfies Readonly<Record<string, Text>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

type Filing = Readonly<{ id: string; at: Instant; form: Form }>;

/** Takes the file apart: `commandId` and `at` are about the filing, everything else is the form. */
const filingIn = ({ io }: Context, { readForm }: Group, raw: unknown): Either<Problem, Filing> => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return E.left(badInput('FILE', 'a JSON object'));
  const { commandId: id = freshId(io), at = io.now(), ...blocks } = raw as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !UUID.test(id)) return E.left(badInput('commandId', 'a lower-case UUID (RFC 9562)'));
  const moment = instantAt('at', typeof at === 'string' ? at : '');
  if (E.isLeft(moment)) return moment;
  const form = readForm(blocks);
  return E.isLeft(form) ? form : E.right({ id, at: moment.right, form: form.right });
};

const told = ({ io, say }: Context, done: Done): Answer => {
  const text = done.repeated ? say(texts.again) : doneLines(say, done).join('\n');
  io.err(`${text}\n`);
  return { exit: 0, json: doneJson(done), lines: [done.case] };
};

const filed = (context: Context, procedure: string, path: string, options: Options): Work => {
  const named = oneOf('PROCEDURE', procedure, GROUPS);
  if (E.isLeft(named)) return TE.left(named.left);
  const filing = pipe(
    readJson(path, context.io),
    E.flatMap((raw) => filingIn(context, groups[named.right], raw)),
  );
  if (E.isLeft(filing)) return TE.left(filing.left);
  const { form, ...about } = filing.right;
  return pipe(
    openToFile(options.store, context),
    within((store: FilingStore) =>
      pipe(
        form.file(store, about),
        TE.map((done) => told(context, done)),
      ),
    ),
  );
};

export const apply: Join = (program, { say, does }) => {
  program
    .command('apply')
    .description(say(texts.about))
    .argument('<PROCEDURE>', say(texts.procedure))
    .argument('<FILE>', say(texts.file))
    .requiredOption('--store <URL>', say(texts.store))
    .action(does(filed));
};
