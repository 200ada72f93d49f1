/** `timeline`: a case told in order, one line an event. */
import {
  COMMAND_ACCEPTED,
  type Instant,
  inVietnam,
  openPersonal,
  type Personal,
  type StoredEvent,
} from '@lienthong/core';
import { canonical, type Keys } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { caseIdAt, caseIn, type Found } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { outOfReach, type Problem } from '../problem.js';
import { keysToRead } from '../stores/open-cases.js';
import { type OpenStore, openToRead, within } from '../stores/open-store.js';
import { roleText } from '../words/roles.js';

type Options = Readonly<{ store: string; withPersonalData?: true; keys?: string }>;

const texts = {
  about: { vi: 'kể lại hồ sơ, mỗi sự kiện một dòng', en: 'a case told in order, one line an event' },
  id: { vi: 'mã hồ sơ', en: 'id of the case' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  personal: { vi: 'kèm dữ liệu cá nhân (cần khóa)', en: 'with personal data (needs the keys)' },
  keys: {
    vi: 'tệp khóa (mặc định: LIENTHONG_KEYS hoặc cạnh kho)',
    en: 'file of keys (default: LIENTHONG_KEYS, or beside the store)',
  },
  erased: { vi: 'đã xóa', en: 'erased' },
} as const satisfies Readonly<Record<string, Text>>;

type Line = Readonly<{
  revision: number;
  at: Instant;
  type: string;
  role: string;
  text: string;
  personal?: Personal;
  erased?: readonly string[];
}>;

/** The clock of Vietnam, to the minute. */
const clockText = (at: Instant): string => {
  const { date, msOfDay } = inVietnam(at);
  const minutes = Math.floor(msOfDay / 60_000);
  return `${date} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

const lineOf = async (text: string, stored: StoredEvent, keys: Keys | undefined): Promise<Line> => {
  const { revision, occurredAt, type, actor } = stored;
  const line = { revision, at: occurredAt, type, role: actor.role, text };
  if (keys === undefined || stored.data['sealed'] === undefined) return line;
  const { personal, erased, damaged } = await openPersonal(keys, stored);
  return { ...line, personal, erased: [...erased, ...damaged] };
};

const tell = async (
  { say }: Context,
  { group, stored }: Found,
  keys: Keys | undefined,
): Promise<Either<Problem, readonly Line[]>> => {
  const lines: Line[] = [];
  for (const each of stored) {
    if (each.type === COMMAND_ACCEPTED) continue;
    const text = group.tell(each);
    if (E.isLeft(text)) return text;
    lines.push(await lineOf(say(text.right), each, keys));
  }
  return E.right(lines);
};

const written = ({ say }: Context, { at, role, text, personal = {}, erased = [] }: Line): readonly string[] => [
  `${clockText(at)}  ${text}  [${say(roleText(role))}]`,
  ...Object.entries(personal).map(([who, block]) => `    ${who}: ${canonical(block)}`),
  ...erased.map((who) => `    ${who}: ${say(texts.erased)}`),
];

const keysAsked = (store: OpenStore, context: Context, options: Options): Either<Problem, Keys | undefined> =>
  options.withPersonalData === true
    ? pipe(
        keysToRead(store, context, options.keys),
        E.flatMap((keys) =>
          keys === undefined
            ? E.left(
                outOfReach({
                  vi: 'không thấy khóa để mở dữ liệu cá nhân.',
                  en: 'the keys that open personal data are not here.',
                }),
              )
            : E.right(keys),
        ),
      )
    : E.right(undefined);

const told = (context: Context, typed: string, options: Options): Work => {
  const id = caseIdAt('ID', typed);
  if (E.isLeft(id)) return TE.left(id.left);
  return pipe(
    openToRead(options.store, context.io),
    within((store) =>
      pipe(
        TE.fromEither(keysAsked(store, context, options)),
        TE.flatMap((keys) =>
          pipe(
            caseIn(store.journal, id.right),
            TE.flatMap((found) => () => tell(context, found, keys)),
          ),
        ),
        TE.map(
          (lines): Answer => ({
            exit: 0,
            json: { case: id.right.id, events: lines },
            lines: lines.flatMap((line) => written(context, line)),
          }),
        ),
      ),
    ),
  );
};

export const timeline: Join = (program, { say, does }) => {
  program
    .command('timeline')
    .description(say(texts.about))
    .argument('<ID>', say(texts.id))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--with-personal-data', say(texts.personal))
    .option('--keys <FILE>', say(texts.keys))
    .action(does(told));
};
