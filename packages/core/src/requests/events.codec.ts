/** How the life of a request is kept. */
import { type EventForms, event, type Facts } from '../borders/kept-event.codec.js';
import { type Codec, count, jsonObject, oneOf, optional, stored, text, withField } from '../borders/stored.codec.js';
import { instant } from '../values/plain-date.js';
import type { Answer, Purpose, RequestDeferred, RequestEvent, RequestFailed, RequestIntended } from './events.js';

const moment = stored(instant);

const purpose: Codec<Purpose> = oneOf(
  'assign-personal-number',
  'enter-birth',
  'register-residence',
  'issue-card',
  'issue-identity-card',
  'tell-residence',
  'tell-insurance',
  'tell-population',
);

const silences = [
  'unreachable',
  'login-refused',
  'timed-out',
  'busy',
  'read-only',
  'full',
  'corrupt',
  'newer-schema',
  'malformed-answer',
  'closed',
] as const;

export const keptWait: Codec<RequestDeferred['why']> = oneOf(...silences, 'asked-to-wait');
export const keptFailure: Codec<RequestFailed['why']> = oneOf(...silences, 'outcome-unknown');

/** What an agency said: its outcome, and whatever facts its own port adds. */
export const keptAnswer: Codec<Answer> = withField(jsonObject, 'outcome', text);

export const requestEvents: EventForms<RequestEvent> = {
  RequestIntended: event<Facts<RequestIntended>>({ request: text, purpose, resumes: optional(text) }),
  RequestSent: event({ request: text, attempt: count }),
  RequestAcknowledged: event({ request: text, receivedAt: moment, reference: text }),
  RequestProgressed: event({ request: text, step: text, cause: text }),
  RequestAnswered: event({ request: text, answer: keptAnswer, answeredAt: moment }),
  RequestDeferred: event({ request: text, until: moment, why: keptWait }),
  RequestFailed: event({ request: text, why: keptFailure }),
  RequestGivenUp: event({ request: text, why: keptFailure, lookFor: text }),
  AnswerContradicted: event({ request: text, answer: keptAnswer, recorded: text, answeredAt: moment }),
};
