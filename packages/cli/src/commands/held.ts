/** `held`: everything held about the people of a case, what for and how long, and who has looked at it. */
import { inVietnam, type Journal } from '@lienthong/core';
import { canonical } from '@lienthong/core/evidence';
import { E, pipe, TE } from '@lienthong/core/fp';
import { explainCitation, lawBook } from '@lienthong/core/law';
import { type Access, type Held, type HeldField, heldAbout, type Look, whoLooked } from '@lienthong/core/personal-data';
import { caseIdAt, caseIn, type Found } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { badInput, faulty, outOfReach, type Problem } from '../problem.js';
import type { KeyRing } from '../stores/keys.js';
import { accessBy, withLog } from '../stores/looking.js';
import { openStanding, withKeysToRead } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';
import { keptForText, purposeText, retentionText, standingText } from '../words/held.js';
import { roleText } from '../words/roles.js';

type Options = Readonly<{ store: string; withPersonalData?: true; keys?: string; by?: string }>;
type Told = Readonly<{ held: readonly Held[]; looks: readonly Look[] }>;

const texts = {
  about: { vi: 'dữ liệu đang lưu về những người trong hồ sơ', en: 'everything held about the people of a case' },
  id: { vi: 'mã hồ sơ', en: 'id of the case' },
  subject: { vi: 'chỉ một người: applicant, child…', en: 'one person only: applicant, child…' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  personal: { vi: 'kèm dữ liệu cá nhân (cần khóa)', en: 'with personal data (needs the keys)' },
  keys: {
    vi: 'tệp khóa (mặc định: LIENTHONG_KEYS hoặc cạnh kho)',
    en: 'file of keys (default: LIENTHONG_KEYS, or beside the store)',
  },
  by: {
    vi: 'người xem, dạng vai-trò:mã; việc xem được ghi lại',
    en: 'who looks, as role:id; that they looked is recorded',
  },
  unknown: { vi: 'chưa có trong sổ theo dõi', en: 'not in the register' },
  sensitive: { vi: 'nhạy cảm', en: 'sensitive' },
  looks: { vi: 'Những lần xem trước đây', en: 'Looks before this one' },
  nobody: { vi: 'chưa có ai xem', en: 'nobody has looked' },
} as const satisfies Readonly<Record<string, Text>>;

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa để mở dữ liệu cá nhân.',
  en: 'the keys that open personal data are not here.',
});

const fieldLine = ({ say, language }: Context, { field, purpose, ground, sensitive, value }: HeldField): string =>
  [
    `    ${field}: ${purpose === undefined ? say(texts.unknown) : say(purposeText[purpose])}`,
    ...(ground === undefined ? [] : [explainCitation(ground, language)]),
    ...(sensitive ? [say(texts.sensitive)] : []),
  ].join('; ') + (value === undefined ? '' : ` = ${canonical(value)}`);

const heldLines = (context: Context, each: Held): readonly string[] => [
  [
    `${inVietnam(each.at).date}  ${each.type}  ${each.subject}`,
    context.say(keptForText[each.keptFor]),
    ...(each.retention === undefined ? [] : [context.say(retentionText[each.retention])]),
    context.say(standingText[each.standing]),
  ].join(', '),
  ...each.fields.map((field) => fieldLine(context, field)),
];

const lookLine = ({ say }: Context, { at, by, subjects, purpose }: Look): string =>
  `  ${inVietnam(at).date}  ${by.id} [${say(roleText(by.role))}]  ${purpose}: ${subjects.join(', ')}`;

const told = (context: Context, id: string, { held, looks }: Told): Answer => ({
  exit: 0,
  json: { case: id, held, looks },
  lines: [
    ...held.flatMap((each) => heldLines(context, each)),
    `${context.say(texts.looks)}:`,
    ...(looks.length === 0 ? [`  ${context.say(texts.nobody)}`] : looks.map((look) => lookLine(context, look))),
  ],
});

type Asked = Readonly<{ found: Found; subject: string | undefined; withValues: boolean; access: Access }>;

const asked =
  (journal: Journal, { found, subject, withValues, access }: Asked, ring: KeyRing | undefined) =>
  (log: Journal): TE.TaskEither<Problem, Told> =>
    pipe(
      whoLooked(log, found.id),
      TE.flatMap((looks) =>
        pipe(
          heldAbout({ journal, log, keys: ring?.keys, law: lawBook() })({
            group: found.group.name,
            caseId: found.id,
            withValues,
            access,
            ...(subject === undefined ? {} : { subject }),
          }),
          TE.map((held) => ({ held, looks })),
        ),
      ),
      TE.mapLeft(faulty),
      TE.flatMap((answer) =>
        subject !== undefined && answer.held.length === 0
          ? TE.left(badInput('SUBJECT', 'a person of this case'))
          : TE.right(answer),
      ),
    );

const shown = (context: Context, typed: string, subject: string | undefined, options: Options): Work => {
  const id = caseIdAt('CASE', typed);
  if (E.isLeft(id)) return TE.left(id.left);
  const access = accessBy(context.io, 'subject-access', options.by);
  if (E.isLeft(access)) return TE.left(access.left);
  const withValues = options.withPersonalData === true;
  return pipe(
    openStanding(options.store, context),
    within((store) =>
      pipe(
        caseIn(store.journal, id.right),
        TE.flatMap((found) =>
          withKeysToRead(store, context, options.keys, (ring) => {
            if (withValues && ring === undefined) return TE.left(keysAway);
            const question = { found, subject, withValues, access: access.right };
            // Where nothing can be opened there is no look to record, and nothing is made beside an archive.
            if (ring === undefined) return asked(store.journal, question, ring)(store.journal);
            return withLog(store, context.io, asked(store.journal, question, ring));
          }),
        ),
        TE.map((answer) => told(context, id.right.id, answer)),
      ),
    ),
  );
};

export const held: Join = (program, { say, does }) => {
  program
    .command('held')
    .description(say(texts.about))
    .argument('<CASE>', say(texts.id))
    .argument('[SUBJECT]', say(texts.subject))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--with-personal-data', say(texts.personal))
    .option('--keys <FILE>', say(texts.keys))
    .option('--by <ROLE:ID>', say(texts.by))
    .action(does(shown));
};
