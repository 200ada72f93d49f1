/**
 * Who has looked (nhật ký truy cập dữ liệu cá nhân): opening personal data is itself recorded, in a stream of its own beside the
 * case, before anything is opened. What cannot be recorded is not opened. The record is coded: who, in which role, of whom,
 * what for, when; never what was seen.
 */
import type { Keys } from '../evidence/index.js';
import { E, type Either, pipe, TE } from '../fp.js';
import {
  type Actor,
  consequentId,
  type Fault,
  type Journal,
  type NewEvent,
  type OutcomeUnknown,
  openPersonal,
  type Personal,
  type StoredEvent,
  unavailable,
} from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';
import { subjectsIn } from './standing.js';

export const PERSONAL_DATA_OPENED = 'PersonalDataOpened';

/** Who wants to see, and what for: a code such as `timeline` or `subject-access`. */
export type Access = Readonly<{ id: string; at: Instant; by: Actor; purpose: string }>;

export type Opened = Readonly<{
  event: StoredEvent;
  personal: Personal;
  erased: readonly string[];
  damaged: readonly string[];
}>;

/** One look, as it was recorded. */
export type Look = Readonly<{ at: Instant; by: Actor; caseId: string; subjects: readonly string[]; purpose: string }>;

export const accessStream = (caseId: string): string => `access-${caseId}`;

const recordOf = ({ id, at, by, purpose }: Access, caseId: string, subjects: readonly string[]): NewEvent => ({
  id: consequentId(`access/${caseId}/${id}`),
  type: PERSONAL_DATA_OPENED,
  schema: 1,
  occurredAt: at,
  actor: by,
  causation: id,
  correlation: caseId,
  data: { subjects, purpose },
});

/** Leaves in an event the blocks of these people alone. */
export const only = (event: StoredEvent, subjects: readonly string[] | undefined): StoredEvent => {
  const sealed = event.data['sealed'];
  if (subjects === undefined || typeof sealed !== 'object' || sealed === null) return event;
  const left = Object.entries(sealed).filter(([subject]) => subjects.includes(subject));
  return { ...event, data: { ...event.data, sealed: Object.fromEntries(left) } };
};

/** Opens events of one case, having recorded that it does. Errors: the record could not be made; the keys did not serve. */
export const openLogged =
  ({ log, keys }: Readonly<{ log: Journal; keys: Keys }>) =>
  (
    access: Access,
    caseId: string,
    events: readonly StoredEvent[],
  ): TE.TaskEither<Fault | OutcomeUnknown, readonly Opened[]> => {
    const subjects = subjectsIn(events);
    if (subjects.length === 0)
      return TE.right(events.map((event) => ({ event, personal: {}, erased: [], damaged: [] })));
    return pipe(
      log.append(accessStream(caseId), 'any', [recordOf(access, caseId, subjects)]),
      TE.flatMap(() =>
        TE.tryCatch(
          () => Promise.all(events.map(async (event) => ({ event, ...(await openPersonal(keys, event)) }))),
          (): Fault | OutcomeUnknown => unavailable('keys', 'unreachable', true),
        ),
      ),
    );
  };

/** Everybody who has looked at a case, the first one first. */
export const whoLooked = (log: Journal, caseId: string): TE.TaskEither<Fault, readonly Look[]> =>
  pipe(
    log.read(accessStream(caseId)),
    TE.flatMapEither(
      ({ events }): Either<Fault, readonly Look[]> =>
        E.right(
          events.flatMap(({ type, occurredAt, actor, correlation, data }) =>
            type === PERSONAL_DATA_OPENED
              ? [
                  {
                    at: occurredAt,
                    by: actor,
                    caseId: correlation,
                    subjects: (data['subjects'] ?? []) as readonly string[],
                    purpose: String(data['purpose']),
                  },
                ]
              : [],
          ),
        ),
    ),
  );
