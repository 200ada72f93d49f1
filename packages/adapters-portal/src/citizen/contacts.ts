/** Where the applicant is reached, from the case's own sealed block; that somebody looked is recorded before (R56). */
import type { Actor, Clock, Journal, StoredEvent } from '@lienthong/core';
import { consequentId } from '@lienthong/core';
import type { JsonObject, Keys } from '@lienthong/core/evidence';
import { pipe, TE } from '@lienthong/core/fp';
import { openLogged } from '@lienthong/core/personal-data';
import type { Contacts } from './notifier.js';
import type { Language } from './templates.js';

export type ContactsEnv = Readonly<{
  journal: Journal;
  /** Where looks are recorded; the journal itself, usually. */
  log: Journal;
  keys: Keys;
  clock: Clock;
  /** On whose behalf numbers are looked up: a coded id. */
  by: Actor;
  language?: Language;
}>;

const APPLICANT = 'applicant';

/** The applicant's block alone: nobody else's is opened. */
const ofApplicant = (event: StoredEvent): StoredEvent => {
  const sealed = (event.data['sealed'] ?? {}) as Readonly<Record<string, JsonObject>>;
  const own = sealed[APPLICANT];
  return { ...event, data: { ...event.data, sealed: own === undefined ? {} : { [APPLICANT]: own } } };
};

export const contactsIn =
  ({ journal, log, keys, clock, by, language = 'vi' }: ContactsEnv): Contacts =>
  ({ stream, caseId, id }) =>
    pipe(
      journal.read(stream, { limit: 20 }),
      TE.flatMap(({ events }) => {
        const applied = events.filter(({ type }) => type === 'Applied').map(ofApplicant);
        const at = clock.now();
        const access = { id: consequentId(`notify/${id}/${at}`), at, by, purpose: 'notify' };
        return openLogged({ log, keys })(access, caseId, applied);
      }),
      TE.map((opened) => {
        const phone = opened.map(({ personal }) => personal[APPLICANT]?.['phone']).find((each) => each !== undefined);
        return typeof phone === 'string' ? { to: phone, language } : undefined;
      }),
    );
