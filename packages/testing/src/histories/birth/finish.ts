/** The shortest way to the end of a birth case. */
import { dayOf, type Instant } from '@lienthong/core';
import { type BirthCase, type BirthEvent, birthCase, outcomeOf } from '@lienthong/core/birth-case';
import type { LawBook } from '@lienthong/core/law';
import { usualActor } from '../../spec/birth/actors.js';
import { dice } from '../dice.js';
import { certifying } from '../extract-moves.js';
import { type Finished, finished, owedRequest } from '../finish.js';
import { answered as recorded } from '../request-moves.js';
import { filing } from './declarations.js';
import { inTheirPlace } from './in-their-place.js';
import { type DataOf, type Move, move } from './move.js';
import type { History } from './play-out.js';

type Here = Readonly<{ book: LawBook; birth: BirthCase; now: Instant }>;
type Answer = DataOf<'RecordAnswer'>['answer'];

const owed = ({ birth }: Here, purpose: string): string | undefined => owedRequest(birth.requests, purpose);

const answered = ({ now }: Here, request: string, answer: Answer): Move => recorded(request, 'any', answer, now);

const registering = (here: Here): Move => {
  const { registration, application } = here.birth;
  const { dossier } = registration;
  if (dossier.status === 'awaited')
    return move('ReceiveDossier', { leg: 'birth', agency: application.declaration?.authorities.birth ?? '' });
  const entry = owed(here, 'enter-birth');
  if (entry !== undefined)
    return answered(here, entry, { outcome: 'entered', book: '01', number: 1, registeredOn: dayOf(here.now) });
  if (dossier.status === 'supplementing') {
    const until = dossier.supplement?.until;
    return until != null && dayOf(here.now) > until
      ? move('RefuseBirth', { cause: 'SupplementOverdue' })
      : move('ProvideSupplement', { leg: 'birth', items: ['copy'] });
  }
  if (registration.personalNumber === 'none' || registration.personalNumber === 'requested')
    return move('RecordPersonalNumberObstacle', { cause: 'NoAnswer' });
  return move('RegisterBirth', { holder: application.caseId ?? '' });
};

const residing = (here: Here): Move => {
  const { residence, application } = here.birth;
  const request = owed(here, 'register-residence');
  const registered: Answer = { outcome: 'registered', entry: 'R-1', registeredOn: dayOf(here.now) };
  if (request !== undefined) return answered(here, request, registered);
  if (residence.dossier.status === 'awaited') {
    const agency = application.declaration?.authorities.residence ?? '';
    return move('ReceiveDossier', { leg: 'residence', agency });
  }
  return move('DecideResidence', { decision: 'refuse', cause: 'NoLawfulPlace' });
};

const carding = (here: Here): Move => {
  const request = owed(here, 'issue-card');
  return request === undefined
    ? move('ForwardCard', {})
    : answered(here, request, { outcome: 'issued', issuedOn: dayOf(here.now) });
};

const identifying = (here: Here): Move => {
  const request = owed(here, 'issue-identity-card');
  return request === undefined
    ? move('ForwardIdentityCard', {})
    : answered(here, request, { outcome: 'issued', issuedOn: dayOf(here.now) });
};

const next = (here: Here): Move => {
  const { birth, book, now } = here;
  const waits = (leg: 'residence' | 'card' | 'identity-card'): boolean =>
    (birth.application.declaration?.legs ?? []).includes(leg) && outcomeOf(birth, leg) === undefined;
  if (birth.application.phase === 'none') return move('Apply', filing(book, dayOf(now), dice(0), false));
  if (birth.registration.registration.status === 'open') return registering(here);
  if (birth.extract.issued === 0 || !birth.extract.published) return certifying(birth);
  if (waits('residence')) return residing(here);
  return waits('card') ? carding(here) : identifying(here);
};

/** The case as it stands once closed; or where it is stuck, and what was refused there. */
export const finish = (
  book: LawBook,
  history: Pick<History, 'state' | 'now'>,
  decider: ReturnType<typeof birthCase> = birthCase(book),
): Finished<BirthCase, BirthEvent> =>
  finished(decider, history, {
    closed: ({ application }) => application.phase === 'closed',
    next: (birth, now) => next({ book, birth, now }),
    usually: ({ type, data }, birth) => inTheirPlace(usualActor(type, data), birth),
  });
