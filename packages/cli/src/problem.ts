/**
 * What went wrong, told to people as a sentence and to programs as RFC 9457 JSON. A problem names the place and what was
 * expected there; never the value, so that no personal data reaches a screen or a log.
 */
import type { Fault, Malformed, OutcomeUnknown, Refusal } from '@lienthong/core';
import type { Language, Text } from './language.js';
import { expectedText, unavailableText } from './words/problems.js';

/** 1 the law says no, 2 bad usage or bad input, 3 a store, agency or token was out of reach. */
export type ExitOfProblem = 1 | 2 | 3;

/** The law's no, and what is told of it. */
export type ToldRefusal = Readonly<{ refusal: Refusal; message: Text }>;

export type Problem = Readonly<{
  /** Last part of the problem's URI. */
  kind: string;
  exit: ExitOfProblem;
  /** The HTTP status that says the same (RFC 9457). */
  status: number;
  title: Text;
  detail: Text;
  /** The option, argument or field that was wrong. */
  at?: string;
  refusals?: readonly ToldRefusal[];
}>;

const problem = (kind: string, exit: ExitOfProblem, status: number, title: Text, detail: Text): Problem => ({
  kind,
  exit,
  status,
  title,
  detail,
});

/** The command line itself was wrong. */
export const badUsage = (detail: Text): Problem =>
  problem('bad-usage', 2, 400, { vi: 'Lệnh chưa đúng', en: 'Bad usage' }, detail);

/** Something handed in cannot be read: an option, a field of a file. `at` names the place. */
export const badInput = (at: string, expected: string): Problem => {
  const { vi, en } = expectedText(expected);
  const title = { vi: 'Dữ liệu chưa đúng', en: 'Bad input' };
  return { ...problem('bad-input', 2, 400, title, { vi: `${at}: cần ${vi}`, en: `${at}: expected ${en}` }), at };
};

/** An argument or option that its constructor refused. */
export const malformedAt = (place: string, { expected }: Malformed): Problem => badInput(place, expected);

/** A field of a form or of a command that is not as it should be, in the words of its group. */
export const malformedField = ({ at, expected }: Malformed, detail: Text): Problem => ({
  ...badInput(at, expected),
  detail,
});

/** A file, or a store, that is there and cannot be read as what it claims to be. */
export const unreadable = (detail: Text): Problem =>
  problem('unreadable', 2, 422, { vi: 'Không đọc được', en: 'Unreadable' }, detail);

/** A store, agency or token that did not serve. */
export const outOfReach = (detail: Text): Problem =>
  problem('out-of-reach', 3, 503, { vi: 'Không truy cập được', en: 'Out of reach' }, detail);

export const notFound = (detail: Text): Problem =>
  problem('not-found', 2, 404, { vi: 'Không tìm thấy', en: 'Not found' }, detail);

/** Somebody else was there first, or the caller's view is out of date: look again, then ask again. */
const outOfDate = (kind: string, detail: Text): Problem =>
  problem(kind, 2, 409, { vi: 'Đã có thay đổi', en: 'Things have changed' }, detail);

/** The law says no. */
export const refused = (refusals: readonly ToldRefusal[]): Problem => ({
  ...problem(
    'refused',
    1,
    422,
    { vi: 'Pháp luật không cho phép', en: 'The law says no' },
    {
      vi: `Có ${refusals.length} lý do từ chối; chưa ghi gì.`,
      en: `Refused for ${refusals.length} reason${refusals.length === 1 ? '' : 's'}; nothing was recorded.`,
    },
  ),
  refusals,
});

/** What a fault of the kernel or of a store means to the one who typed the command. */
export const faulty = (fault: Fault | OutcomeUnknown): Problem => {
  switch (fault.kind) {
    case 'BadInput':
      return badInput(fault.at, fault.expected);
    case 'CommandIdReused':
    case 'IdReused':
      return outOfDate('id-reused', {
        vi: 'Mã lệnh này đã dùng cho một lệnh khác; hãy dùng mã mới.',
        en: 'This command id stands for another command already; use a new one.',
      });
    case 'Conflict':
    case 'Contended':
      return problem(
        'contended',
        3,
        409,
        { vi: 'Đang có người khác ghi', en: 'Others are writing' },
        {
          vi: 'Có người khác liên tục ghi vào hồ sơ này; chưa ghi gì. Hãy thử lại.',
          en: 'Others kept writing to this case first; nothing was recorded. Ask again.',
        },
      );
    case 'Stale':
      return outOfDate('stale', {
        vi: `Phần ${fault.leg} đã thay đổi sau lần xem ở bản ${fault.seen} (nay là ${fault.actual}); hãy xem lại rồi quyết định.`,
        en: `The ${fault.leg} leg changed after revision ${fault.seen} that was seen (now ${fault.actual}); look again, then decide.`,
      });
    case 'ClockBehind':
      return badInput('at', `an instant not before ${fault.last}, the last thing recorded`);
    case 'Unreadable':
      return unreadable({
        vi: `Sự kiện ${fault.revision} của ${fault.stream} không đọc được: ${fault.at}: cần ${expectedText(fault.expected).vi}`,
        en: `Event ${fault.revision} of ${fault.stream} cannot be read: ${fault.at}: expected ${fault.expected}`,
      });
    case 'Unavailable':
      return fault.code === 'corrupt'
        ? unreadable(unavailableText(fault.system, fault.code))
        : outOfReach(unavailableText(fault.system, fault.code));
    case 'OutcomeUnknown':
      return problem(
        'outcome-unknown',
        3,
        503,
        { vi: 'Chưa rõ kết quả', en: 'Outcome unknown' },
        {
          vi: 'Không biết lệnh đã được ghi hay chưa. Hãy gửi lại đúng lệnh ấy, cùng mã: không bao giờ ghi hai lần.',
          en: 'It is not known whether this was recorded. Send the very same command with the same id: it is never recorded twice.',
        },
      );
  }
};

const URI = 'urn:lienthong:problem:';

/** RFC 9457. */
export const toJson = ({ kind, exit, status, title, detail, at, refusals }: Problem, language: Language) => ({
  type: `${URI}${kind}`,
  title: title[language],
  status,
  detail: detail[language],
  exit,
  ...(at === undefined ? {} : { at }),
  ...(refusals === undefined
    ? {}
    : { refusals: refusals.map(({ refusal, message }) => ({ ...refusal, message: message[language] })) }),
});
