/** `timeline`: a case told in order, one line an event. */
import {
  COMMAND_ACCEPTED,
  type Instant,
  inVietnam,
  type Journal,
  type Personal,
  type StoredEvent,
} from '@lienthong/core';
import { canonical, type Keys } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type Access, type Opened, openLogged } from '@lienthong/core/personal-data';
import { caseIdAt, caseIn, type Found } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { faulty, outOfReach, type Problem } from '../problem.js';
import { accessBy, withLog } from '../stores/looking.js';
import { openStanding, withKeysToRead } from '../stores/open-cases.js';
import { type OpenStore, openToRead, within } from '../stores/open-store.js';
import { roleText } from '../words/roles.js';

type Options = Readonly<{ store: string; withPersonalData?: true; keys?: string; by?: string }>;

const texts = {
  about: { vi: 'kể lại hồ sơ, mỗi sự kiện một dòng', en: 'a case told in order, one line an event' },
  id: { vi: 'mã hồ sơ', en: 'id of the case' },
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

const lineOf = (text: string, { event, personal, erased, damaged }: Opened, opened: boolean): Line => {
  const { revision, occurredAt, type, actor, data } = event;
  const line = { revision, at: occurredAt, type, role: actor.role, text };
  return opened && data['sealed'] !== undefined ? { ...line, personal, erased: [...erased, ...damaged] } : line;
};

const closed = (event: StoredEvent): Opened => ({ event, personal: {}, erased: [], damaged: [] });

const tell = (
  { say }: Context,
  { group, id, stored }: Found,
  look: Readonly<{ log: Journal; keys: Keys; access: Access }> | undefined,
): TE.TaskEither<Problem, readonly Line[]> => {
  const events = stored.filter(({ type }) => type !== COMMAND_ACCEPTED);
  return pipe(
    look === undefined ? TE.right(events.map(closed)) : openLogged(look)(look.access, id, events),
    TE.mapLeft(faulty),
    TE.flatMapEither((opened): Either<Problem, readonly Line[]> => {
      const lines: Line[] = [];
      for (const each of opened) {
        const text = group.tell(each.event);
        if (E.isLeft(text)) return text;
        lines.push(lineOf(say(text.right), each, look !== undefined));
      }
      return E.right(lines);
    }),
  );
};

const written = ({ say }: Context, { at, role, text, personal = {}, erased = [] }: Line): readonly string[] => [
  `${clockText(at)}  ${text}  [${say(roleText(role))}]`,
  ...Object.entries(personal).map(([who, block]) => `    ${who}: ${canonical(block)}`),
  ...erased.map((who) => `    ${who}: ${say(texts.erased)}`),
];

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa để mở dữ liệu cá nhân.',
  en: 'the keys that open personal data are not here.',
});

const opened = (context: Context, found: Found, store: OpenStore, { keys, by }: Options) => {
  const access = accessBy(context.io, 'timeline', by);
  if (E.isLeft(access)) return TE.left(access.left);
  return withKeysToRead(store, context, keys, (ring) =>
    ring === undefined
      ? TE.left(keysAway)
      : withLog(store, context.io, (log) => tell(context, found, { log, keys: ring.keys, access: access.right })),
  );
};

const told = (context: Context, typed: string, options: Options): Work => {
  const id = caseIdAt('ID', typed);
  if (E.isLeft(id)) return TE.left(id.left);
  const open = options.withPersonalData === true;
  return pipe(
    open ? openStanding(options.store, context) : openToRead(options.store, context.io),
    within((store) =>
      pipe(
        caseIn(store.journal, id.right),
        TE.flatMap((found) => (open ? opened(context, found, store, options) : tell(context, found, undefined))),
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
    .option('--by <ROLE:ID>', say(texts.by))
    .action(does(told));
};
