/** `apply`: files an application from a JSON declaration (form 01), and prints the case's id. */
import { type Actor, caseId, consequentId, type Instant } from '@lienthong/core';
import { type Apply, type BirthCaseKind, apply as file, submit } from '@lienthong/core/birth-case';
import { blindIndex } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { applyData, type ReceivedDeclaration, readDeclaration } from '@lienthong/core/schema';
import { birthKind } from '../cases/birth.js';
import { type Done, doneJson, settled } from '../cases/committed.js';
import { readJson } from '../cases/read-json.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import { instantAt, oneOf } from '../options.js';
import { badInput, malformedField, type Problem } from '../problem.js';
import { type FilingStore, openToFile } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';

type Options = Readonly<{ store: string }>;

const texts = {
  about: { vi: 'nộp hồ sơ từ tờ khai JSON', en: 'file an application from a JSON declaration' },
  procedure: { vi: 'nhóm thủ tục: birth', en: 'the group: birth' },
  file: {
    vi: 'tờ khai (có thể kèm commandId để gửi lại an toàn)',
    en: 'the declaration (a commandId in it makes filing twice safe)',
  },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  again: { vi: 'Đã nộp từ trước; không ghi thêm.', en: 'Filed before; nothing more was recorded.' },
} as const satisfies Readonly<Record<string, Text>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

type Filing = Readonly<{ id: string; at: Instant; received: ReceivedDeclaration }>;

/** Takes the file apart: `commandId` and `at` are about the filing, everything else is the form. */
const filingIn = ({ io }: Context, raw: unknown): Either<Problem, Filing> => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return E.left(badInput('FILE', 'a JSON object'));
  const { commandId: id = freshId(io), at = io.now(), ...form } = raw as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !UUID.test(id)) return E.left(badInput('commandId', 'a lower-case UUID (RFC 9562)'));
  const moment = instantAt('at', typeof at === 'string' ? at : '');
  if (E.isLeft(moment)) return moment;
  const received = readDeclaration(form);
  if (E.isLeft(received)) return E.left(malformedField(received.left));
  return E.right({ id, at: moment.right, received: received.right });
};

const roleOf = (relation: unknown): string =>
  relation === 'mother' || relation === 'father'
    ? 'applicant'
    : relation === 'representative'
      ? 'representative'
      : 'relative';

/** Whoever files is known by a coded id: the same person, the same code, and no way back to the number. */
const filer = ({ personal }: ReceivedDeclaration, secret: string): Actor => {
  const { relation, personalNumber } = personal['applicant'] ?? {};
  return { id: `citizen-${blindIndex(secret, 'actor', String(personalNumber)).slice(0, 16)}`, role: roleOf(relation) };
};

/** Consents given on the form are recorded after the filing; one that the law does not accept is left to the officer. */
const consent =
  (
    { journal, keys }: FilingStore,
    kind: BirthCaseKind,
    { id, at, actor }: Apply,
    consents: ReceivedDeclaration['consents'],
  ) =>
  async (): Promise<Either<Problem, void>> => {
    for (const { from, mode } of consents) {
      const recorded = await settled(
        submit({ journal, keys }, kind)(caseId(id), {
          id: consequentId(`consent/${id}/${from}`),
          type: 'RecordConsent',
          at,
          actor,
          data: { from, mode },
        }),
      )();
      if (E.isLeft(recorded) && recorded.left.exit !== 1) return recorded;
    }
    return E.right(undefined);
  };

const told = ({ io, say, messages }: Context, done: Done): Answer => {
  const text = done.repeated ? say(texts.again) : done.events.map((event) => messages.event(event)).join('\n');
  io.err(`${text}\n`);
  const json = doneJson(done);
  return { exit: 0, json, lines: [json.case] };
};

const filed = (context: Context, procedure: string, path: string, options: Options): Work => {
  const named = oneOf('PROCEDURE', procedure, ['birth']);
  if (E.isLeft(named)) return TE.left(named.left);
  const filing = pipe(
    readJson(path, context.io),
    E.flatMap((raw) => filingIn(context, raw)),
  );
  if (E.isLeft(filing)) return TE.left(filing.left);
  const { id, at, received } = filing.right;
  return pipe(
    openToFile(options.store, context),
    within((store: FilingStore) => {
      const { journal, keys, secret } = store;
      const kind = birthKind();
      const command: Apply = {
        id,
        type: 'Apply',
        at,
        actor: filer(received, secret),
        data: applyData(received, (preimage) => blindIndex(secret, 'birth', preimage)),
      };
      return pipe(
        settled(file({ journal, keys }, kind)(command)),
        TE.tap(() => consent(store, kind, command, received.consents)),
        TE.map((done) => told(context, done)),
      );
    }),
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
