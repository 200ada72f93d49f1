/** The events that births and deaths share, each as one line of a timeline. Facts only: nobody is named. */
import type { AliasRecorded } from '../application/aliases.js';
import type { CaseWithdrawn, FeePaid, LegWithdrawn } from '../application/events.js';
import type { DossierEvent, LegName, Span } from '../dossier/events.js';
import type { ExtractEvent } from '../extract/events.js';
import type { DomainEvent } from '../kernel/index.js';
import type { Language } from '../law/explain.js';
import type { RequestEvent } from '../requests/events.js';
import type { SupportEvent } from '../support/index.js';
import { dutyBearer, purposes, type Speech, silences, slots, type Words, written } from './vocabulary.js';

type Line<Ev> = Readonly<Record<Language, (event: Ev) => string>>;
/** One line for each type of event; the compiler names a type that has none. */
export type Lines<Ev extends DomainEvent> = { readonly [T in Ev['type']]: Line<Extract<Ev, { type: T }>> };

export const plain = (vi: string, en: string): Line<unknown> => ({ vi: () => vi, en: () => en });
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `issue-card#1` is a request for a purpose. */
const asked = (request: string, language: Language): string => {
  const [purpose = ''] = request.split('#');
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes][language] : request;
};

/** How one group speaks: its legs, its fields, its codes. */
export type Voice<L extends LegName> = Readonly<{
  spans: Readonly<Record<Span<L>, Words>>;
  fieldName: (at: string, language: Language) => string | undefined;
}> &
  Pick<Speech, 'coded' | 'listed'>;

type SharedEvent<L extends LegName> =
  | FeePaid
  | LegWithdrawn<L>
  | CaseWithdrawn
  | AliasRecorded
  | DossierEvent<L>
  | SupportEvent
  | RequestEvent;

export const sharedLines = <L extends LegName>(voice: Voice<L>): Lines<SharedEvent<L>> => {
  const { coded, listed, fieldName } = voice;
  // Lines look up a leg's words by its name, whichever group it belongs to.
  const spans = voice.spans as Readonly<Record<Span, Words>>;
  const field = (at: string, language: Language): string => fieldName(at, language) ?? coded(at, language);
  const fields = (paths: readonly string[], language: Language): string =>
    listed(paths, language, (at) => field(at, language));
  const subject = (about: string, language: Language): string =>
    about.includes('#') ? asked(about, language) : coded(about.split('/')[0] ?? about, language);
  const lines: Lines<SharedEvent<LegName>> = {
    FeePaid: {
      vi: ({ amount }) => `Đã nộp lệ phí ${amount} đồng.`,
      en: ({ amount }) => `A fee of ${amount} đồng was paid.`,
    },
    LegWithdrawn: {
      vi: ({ leg }) => `Người yêu cầu rút phần ${spans[leg].vi}.`,
      en: ({ leg }) => `The applicant withdrew ${spans[leg].en}.`,
    },
    CaseWithdrawn: plain('Người yêu cầu rút toàn bộ hồ sơ.', 'The applicant withdrew the whole application.'),

    DossierReceived: {
      vi: ({ leg, agency, countsFrom }) =>
        `Đơn vị ${agency} đã tiếp nhận hồ sơ ${spans[leg].vi}${countsFrom === null ? '' : `, tính từ ngày ${written(countsFrom, 'vi')}`}.`,
      en: ({ leg, agency, countsFrom }) =>
        `Unit ${agency} took in the file for ${spans[leg].en}${countsFrom === null ? '' : `, counted from ${countsFrom}`}.`,
    },
    SupplementRequested: {
      vi: ({ leg, items, until }) =>
        `Cần bổ sung hồ sơ ${spans[leg].vi}: ${fields(items, 'vi')}${until === null ? '' : `, hạn ${written(until, 'vi')}`}.`,
      en: ({ leg, items, until }) =>
        `More is needed for ${spans[leg].en}: ${fields(items, 'en')}${until === null ? '' : `, until ${until}`}.`,
    },
    Supplemented: {
      vi: ({ leg }) => `Hồ sơ ${spans[leg].vi} đã được bổ sung; thời hạn tính lại từ đầu.`,
      en: ({ leg }) => `What was missing for ${spans[leg].en} arrived; the time limit starts anew.`,
    },
    AppointmentNotified: {
      vi: ({ span, dueOn }) =>
        dueOn === null
          ? `Chưa có ngày hẹn cho ${spans[span].vi}.`
          : `Hẹn trả kết quả ${spans[span].vi}: ${written(dueOn, 'vi')}.`,
      en: ({ span, dueOn }) =>
        dueOn === null
          ? `There is no due date for ${spans[span].en}.`
          : `The result of ${spans[span].en} is due on ${dueOn}.`,
    },
    DeadlineMissed: {
      vi: ({ deadline, dueOn, duty }) =>
        `Quá hạn ${written(dueOn, 'vi')} (${subject(deadline, 'vi')}), trách nhiệm của ${dutyBearer(duty, 'vi')}.`,
      en: ({ deadline, dueOn, duty }) =>
        `The due date ${dueOn} was missed (${subject(deadline, 'en')}), a duty of ${dutyBearer(duty, 'en')}.`,
    },
    DeadlineRevised: {
      vi: ({ span, from, to, cause }) =>
        `Ngày hẹn ${spans[span].vi} chuyển từ ${written(from, 'vi')} sang ${written(to, 'vi')}: ${coded(cause, 'vi')}.`,
      en: ({ span, from, to, cause }) =>
        `The due date of ${spans[span].en} moved from ${from} to ${to}: ${coded(cause, 'en')}.`,
    },
    ApologySent: {
      vi: ({ span, newDate }) => `Đã xin lỗi vì chậm ${spans[span].vi} và hẹn lại ngày ${written(newDate, 'vi')}.`,
      en: ({ span, newDate }) => `An apology for the delay of ${spans[span].en} was sent; the new date is ${newDate}.`,
    },
    ResultDelivered: {
      vi: ({ leg, channel }) => `Đã trả kết quả ${spans[leg].vi}: ${coded(channel, 'vi')}.`,
      en: ({ leg, channel }) => `The result of ${spans[leg].en} was handed over: ${coded(channel, 'en')}.`,
    },

    Escalated: {
      vi: ({ about, cause }) => `Đã chuyển tổ hỗ trợ: ${subject(about, 'vi')} (${coded(cause, 'vi')}).`,
      en: ({ about, cause }) => `Brought to the support team: ${subject(about, 'en')} (${coded(cause, 'en')}).`,
    },
    GuidanceGiven: {
      vi: ({ about, guidance }) => `Tổ hỗ trợ hướng dẫn về ${subject(about, 'vi')}: ${coded(guidance, 'vi')}.`,
      en: ({ about, guidance }) => `The support team advised on ${subject(about, 'en')}: ${coded(guidance, 'en')}.`,
    },
    EscalationResolved: {
      vi: ({ about, resolution }) => `Tổ hỗ trợ đã giải quyết ${subject(about, 'vi')}: ${coded(resolution, 'vi')}.`,
      en: ({ about, resolution }) => `The support team settled ${subject(about, 'en')}: ${coded(resolution, 'en')}.`,
    },

    TakenUp: {
      vi: ({ about }) => `Tổ hỗ trợ đã nhận xử lý ${subject(about, 'vi')}.`,
      en: ({ about }) => `Somebody of the support team looks after ${subject(about, 'en')}.`,
    },
    HandedBack: {
      vi: ({ about }) => `Người phụ trách đã trả lại việc ${subject(about, 'vi')} cho tổ hỗ trợ.`,
      en: ({ about }) => `The matter ${subject(about, 'en')} went back to the support team.`,
    },
    AliasRecorded: {
      vi: ({ system, code }) => `Mã hồ sơ ở hệ thống ${coded(system, 'vi')}: ${code}.`,
      en: ({ system, code }) => `Its code in the system ${coded(system, 'en')} is ${code}.`,
    },

    RequestIntended: {
      vi: ({ purpose }) => `Chuẩn bị yêu cầu ${purposes[purpose].vi}.`,
      en: ({ purpose }) => `An agency is to be asked ${purposes[purpose].en}.`,
    },
    RequestSent: {
      vi: ({ request }) => `Đã gửi yêu cầu ${asked(request, 'vi')}.`,
      en: ({ request }) => `The request ${asked(request, 'en')} was sent.`,
    },
    RequestAcknowledged: {
      vi: ({ request }) => `Cơ quan đã nhận yêu cầu ${asked(request, 'vi')}.`,
      en: ({ request }) => `The agency has the request ${asked(request, 'en')}.`,
    },
    RequestProgressed: {
      vi: ({ request, step }) => `Yêu cầu ${asked(request, 'vi')}: ${coded(step, 'vi')}.`,
      en: ({ request, step }) => `The request ${asked(request, 'en')}: ${coded(step, 'en')}.`,
    },
    RequestAnswered: {
      vi: ({ request, answer }) => `Cơ quan trả lời yêu cầu ${asked(request, 'vi')}: ${coded(answer.outcome, 'vi')}.`,
      en: ({ request, answer }) =>
        `The agency answered the request ${asked(request, 'en')}: ${coded(answer.outcome, 'en')}.`,
    },
    RequestDeferred: {
      vi: ({ request, why }) => `Yêu cầu ${asked(request, 'vi')} tạm chờ: ${silences[why].vi}.`,
      en: ({ request, why }) => `The request ${asked(request, 'en')} waits: ${silences[why].en}.`,
    },
    RequestFailed: {
      vi: ({ request, why }) =>
        `Chưa gửi được yêu cầu ${asked(request, 'vi')}: ${silences[why].vi}. Hệ thống sẽ gửi lại.`,
      en: ({ request, why }) =>
        `The request ${asked(request, 'en')} did not get through: ${silences[why].en}. It will be sent again.`,
    },
    RequestGivenUp: {
      vi: ({ request, why }) =>
        `Ngừng gửi tự động yêu cầu ${asked(request, 'vi')}: ${silences[why].vi}. Tổ hỗ trợ sẽ liên hệ cơ quan.`,
      en: ({ request, why }) =>
        `The request ${asked(request, 'en')} is no longer sent by itself: ${silences[why].en}. The support team asks the agency.`,
    },
    AnswerContradicted: {
      vi: ({ request }) => `Trả lời sau về yêu cầu ${asked(request, 'vi')} khác trả lời trước; tổ hỗ trợ sẽ làm rõ.`,
      en: ({ request }) =>
        `A later answer to the request ${asked(request, 'en')} contradicts the first; the support team settles it.`,
    },
  };
  return lines as unknown as Lines<SharedEvent<L>>;
};

/** The life of one document, named in both languages. */
export const extractLines = ({ vi, en }: Words, coded: Speech['coded']): Lines<ExtractEvent> => ({
  ExtractDrafted: {
    vi: ({ extract }) => `Đã soạn bản điện tử ${vi}, lần ${extract}.`,
    en: ({ extract }) => `The electronic ${en} was drawn up, version ${extract}.`,
  },
  ExtractConfirmed: plain('Người yêu cầu đã xem và xác nhận bản dự thảo.', 'The applicant confirmed the draft.'),
  ExtractReturned: {
    vi: ({ cause }) => `Bản dự thảo bị trả lại: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The draft was returned: ${coded(cause, 'en')}.`,
  },
  ExtractSigned: plain('Lãnh đạo đã ký bản điện tử.', `The leader signed the ${en}.`),
  ExtractSealed: plain('Bản điện tử đã được đóng dấu.', `The ${en} was sealed.`),
  ExtractTimestamped: plain('Bản điện tử đã được gắn dấu thời gian.', `The ${en} was time-stamped.`),
  ExtractSigningFailed: {
    vi: ({ slot, safe }) => `Chưa tạo được ${slots[slot].vi}${safe ? '; bản dự thảo vẫn nguyên' : '; phải soạn lại'}.`,
    en: ({ slot, safe }) =>
      `${capital(slots[slot].en)} failed${safe ? '; the draft is as it was' : '; it must be drawn up again'}.`,
  },
  ExtractPublished: {
    vi: ({ signed }) => `Đã phát hành bản điện tử ${vi}${signed ? '' : ' (không ký số)'}.`,
    en: ({ signed }) => `The electronic ${en} was published${signed ? '' : ' (not signed)'}.`,
  },
  ExtractIssuedOnPaper: plain(`Đã cấp ${vi} bản giấy.`, `The ${en} was issued on paper.`),
  ExtractReplaced: {
    vi: ({ extract, by }) => `Bản lần ${extract} được thay bằng bản lần ${by}.`,
    en: ({ extract, by }) => `Version ${extract} of the ${en} was replaced by version ${by}.`,
  },
  ExtractRecalled: {
    vi: ({ cause }) => `Bản đã cấp bị thu hồi: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The ${en} was recalled: ${coded(cause, 'en')}.`,
  },
});
