/** The shortest way to the end of a case, taken by people who only want it closed: what stands in the way is done next. */
import { consequentId, dayOf, type Instant, later } from '@lienthong/core';
import { type BirthCase, type BirthCommand, birthCase, outcomeOf } from '@lienthong/core/birth-case';
import { E } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { usualActor } from '../spec/birth/actors.js';
import { filing } from './declarations.js';
import { dice } from './dice.js';
import { inTheirPlace } from './in-their-place.js';
import { type DataOf, type Move, move } from './move.js';
import type { History } from './play-out.js';

type Here = Readonly<{ book: LawBook; birth: BirthCase; now: Instant }>;
type Answer = DataOf<'RecordAnswer'>['answer'];

const owed = ({ birth }: Here, purpose: string): string | undefined =>
  Object.values(birth.requests).find((request) => request.purpose === purpose && request.status !== 'answered')
    ?.request;

const answered = ({ now }: Here, request: string, answer: Answer): Move =>
  move('RecordAnswer', { request, answer, answeredAt: now, receivedAt: now, by: { id: 'agency-1', role: 'agency' } });

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

const certifying = ({ birth }: Here): Move => {
  switch (birth.extract.stage) {
    case 'none':
    case 'recalled':
    case 'on-paper':
    case 'published':
      return move('DraftExtract', {});
    case 'drafted':
      return move('SignExtract', {});
    case 'signed':
      return move('SealExtract', {});
    case 'sealed':
      return move('PublishExtract', {});
  }
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
  if (birth.extract.issued === 0 || !birth.extract.published) return certifying(here);
  if (waits('residence')) return residing(here);
  return waits('card') ? carding(here) : identifying(here);
};

/** More than the longest way there is. */
const PATIENCE = 40;

/** The case as it stands once closed; or where it is stuck, and what was refused there. */
export const finish = (
  book: LawBook,
  { state, now }: Pick<History, 'state' | 'now'>,
  decider: ReturnType<typeof birthCase> = birthCase(book),
): Readonly<{ closed: boolean; state: BirthCase; stuck?: string }> => {
  let birth = state;
  for (let steps = 1; steps <= PATIENCE; steps += 1) {
    if (birth.application.phase === 'closed') return { closed: true, state: birth };
    const moment = later(now, steps * 60_000);
    const order = next({ book, birth, now: moment });
    const actor = inTheirPlace(usualActor(order.type, order.data), birth);
    const command = { id: consequentId(`finish/${moment}`), at: moment, actor, ...order } as BirthCommand;
    const decided = decider.decide(command, birth);
    if (E.isLeft(decided))
      return {
        closed: false,
        state: birth,
        stuck: `${command.type}: ${decided.left.map(({ reason }) => reason).join(', ')}`,
      };
    birth = decided.right.reduce(decider.evolve, birth);
  }
  return { closed: birth.application.phase === 'closed', state: birth, stuck: 'out of patience' };
};
