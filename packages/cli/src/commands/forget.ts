/** `forget`: erases one person of one case where the law allows it, and says on which text it does not. */
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import {
  ERASURE_GROUNDS,
  type ForgetRequest,
  type Forgotten,
  forget,
  sayOfErasure,
} from '@lienthong/core/personal-data';
import { caseIdAt, caseIn } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import { oneOf } from '../options.js';
import { faulty, outOfReach, type Problem, refused } from '../problem.js';
import { actorAt } from '../stores/looking.js';
import { type DecidingStore, openToDecide } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';

type Options = Readonly<{ store: string; ground: string; by: string; askedBy?: string }>;

const texts = {
  about: { vi: 'xóa dữ liệu cá nhân của một người trong hồ sơ', en: 'erase the personal data of one person of a case' },
  id: { vi: 'mã hồ sơ', en: 'id of the case' },
  subject: { vi: 'người trong hồ sơ: applicant, payee, child…', en: 'the person: applicant, payee, child…' },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  ground: { vi: 'căn cứ: subject-request hoặc purpose-ended', en: 'the ground: subject-request or purpose-ended' },
  by: { vi: 'người quyết định, dạng vai-trò:mã', en: 'who decides, as role:id' },
  askedBy: { vi: 'người yêu cầu, dạng vai-trò:mã', en: 'who asked, as role:id' },
} as const satisfies Readonly<Record<string, Text>>;

const notDestroyable: Problem = outOfReach({
  vi: 'khóa của kho này suy ra từ một bí mật chung (kho cũ) hoặc không có ở đây: không xóa riêng được một người; chưa ghi gì.',
  en: 'the keys of this store all follow from one secret (an old store), or are not here: nobody can be erased alone; nothing was recorded.',
});

const requestIn = ({ io }: Context, { ground, by, askedBy }: Options): Either<Problem, ForgetRequest> => {
  const [why, decides] = [oneOf('--ground', ground, ERASURE_GROUNDS), actorAt('--by', by)];
  if (E.isLeft(why)) return why;
  if (E.isLeft(decides)) return decides;
  const asked = askedBy === undefined ? undefined : actorAt('--asked-by', askedBy);
  if (asked !== undefined && E.isLeft(asked)) return asked;
  return E.right({
    id: freshId(io),
    at: io.now(),
    by: decides.right,
    ground: why.right,
    ...(asked === undefined ? {} : { askedBy: asked.right }),
  });
};

const told = ({ say }: Context, { caseId, subject, stream, repeated }: Forgotten): Answer => ({
  exit: 0,
  json: { case: caseId, subject, erased: true, repeated, record: stream },
  lines: [
    say(
      repeated
        ? { vi: `${subject}: đã xóa từ trước.`, en: `${subject}: erased before.` }
        : {
            vi: `${subject}: đã xóa; khóa đã hủy, không mở lại được.`,
            en: `${subject}: erased; the key is destroyed and cannot come back.`,
          },
    ),
  ],
});

const [vietnamese, english] = [sayOfErasure('vi'), sayOfErasure('en')];

const erased = (context: Context, typed: string, subject: string, options: Options): Work => {
  const id = caseIdAt('CASE', typed);
  if (E.isLeft(id)) return TE.left(id.left);
  const request = requestIn(context, options);
  if (E.isLeft(request)) return TE.left(request.left);
  const law = lawBook();
  return pipe(
    openToDecide(options.store, context),
    within(({ journal, keyStore }: DecidingStore) => {
      if (keyStore === undefined) return TE.left(notDestroyable);
      return pipe(
        caseIn(journal, id.right),
        TE.flatMap(({ group, id: caseId }) =>
          pipe(
            forget({ journal, keys: keyStore, law })(group.people(law))(caseId, subject, request.right),
            TE.mapLeft(faulty),
          ),
        ),
        TE.flatMapEither((answer): Either<Problem, Answer> => {
          if (E.isRight(answer)) return E.right(told(context, answer.right));
          return E.left(
            refused(
              answer.left.map((refusal) => ({
                refusal,
                message: { vi: vietnamese.refusal(refusal), en: english.refusal(refusal) },
              })),
            ),
          );
        }),
      );
    }),
  );
};

export const forgetPerson: Join = (program, { say, does }) => {
  program
    .command('forget')
    .description(say(texts.about))
    .argument('<CASE>', say(texts.id))
    .argument('<SUBJECT>', say(texts.subject))
    .requiredOption('--store <URL>', say(texts.store))
    .requiredOption('--ground <GROUND>', say(texts.ground))
    .requiredOption('--by <ROLE:ID>', say(texts.by))
    .option('--asked-by <ROLE:ID>', say(texts.askedBy))
    .action(does(erased));
};
