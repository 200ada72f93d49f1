/** How the life of a request is kept. */
import { type EventForms, event, type Facts } from '../borders/kept-event.codec.js';
import { type Codec, count, jsonObject, oneOf, optional, stored, text, withField } from '../borders/stored.codec.js';
import { instant } from '../values/plain-date.js';
import {
  type Answer,
  BIRTH_PURPOSES,
  type BirthPurpose,
  DEATH_PURPOSES,
  type DeathPurpose,
  type RequestDeferred,
  type RequestEvent,
  type RequestFailed,
  type RequestIntended,
} from './events.js';

const moment = stored(instant);

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

const heardOf: Omit<EventForms<RequestEvent>, 'RequestIntended'> = {
  RequestSent: event({ request: text, attempt: count }),
  RequestAcknowledged: event({ request: text, receivedAt: moment, reference: text }),
  RequestProgressed: event({ request: text, step: text, cause: text }),
  RequestAnswered: event({ request: text, answer: keptAnswer, answeredAt: moment }),
  RequestDeferred: event({ request: text, until: moment, why: keptWait }),
  RequestFailed: event({ request: text, why: keptFailure }),
  RequestGivenUp: event({ request: text, why: keptFailure, lookFor: text }),
  AnswerContradicted: event({ request: text, answer: keptAnswer, recorded: text, answeredAt: moment }),
};

const resumes = optional(text);

export const birthRequestEvents: EventForms<RequestEvent<BirthPurpose>> = {
  RequestIntended: event<Facts<RequestIntended<BirthPurpose>>>({
    request: text,
    purpose: oneOf(...BIRTH_PURPOSES),
    resumes,
  }),
  ...heardOf,
};

export const deathRequestEvents: EventForms<RequestEvent<DeathPurpose>> = {
  RequestIntended: event<Facts<RequestIntended<DeathPurpose>>>({
    request: text,
    purpose: oneOf(...DEATH_PURPOSES),
    resumes,
  }),
  ...heardOf,
};
