/** The shortest way to the end of a death case. */
import { dayOf, type Instant } from '@lienthong/core';
import { payersOpen } from '@lienthong/core/benefit';
import { type DeathCase, type DeathEvent, deathCase, unpaidIn } from '@lienthong/core/death-case';
import type { LawBook, Payer } from '@lienthong/core/law';
import { dice } from '../dice.js';
import { certifying } from '../extract-moves.js';
import { type Finished, finished, owedRequest } from '../finish.js';
import { answered as recorded } from '../request-moves.js';
import { deathFiling } from './declarations.js';
import { deathActor } from './in-their-place.js';
import { type DataOf, type Move, move } from './move.js';
import type { DeathHistory } from './play-out.js';
import type { Residents } from './residents.js';
import { runs } from './setting.js';

type Here = Readonly<{ book: LawBook; death: DeathCase; now: Instant; residents: Residents | undefined }>;
type Answer = DataOf<'RecordAnswer'>['answer'];

const owed = ({ death }: Here, purpose: string): string | undefined => owedRequest(death.requests, purpose);

const answered = ({ now }: Here, request: string, answer: Answer): Move => recorded(request, 'any', answer, now);

const registering = (here: Here): Move => {
  const { registration, application } = here.death;
  const { dossier } = registration;
  if (dossier.status === 'awaited')
    return move('ReceiveDossier', { leg: 'death', agency: application.declaration?.authorities.death ?? '' });
  const entry = owed(here, 'enter-death');
  if (entry !== undefined) {
    const registeredOn = dayOf(here.now);
    return answered(here, entry, { outcome: 'entered', book: '01', number: 1, registeredOn, locked: true });
  }
  if (dossier.status === 'supplementing') {
    const until = dossier.supplement?.until;
    return until != null && dayOf(here.now) > until
      ? move('RefuseDeath', { cause: 'SupplementOverdue' })
      : move('ProvideSupplement', { leg: 'death', items: ['copy'] });
  }
  if (registration.identity === 'doubted') return move('ConfirmIdentity', { by: 'book' });
  if (!application.fees.includes('late')) return move('RecordFee', { amount: 5_000, purpose: 'late' });
  return move('RegisterDeath', { holder: application.caseId ?? '' });
};

const deleting = (here: Here): Move => {
  const { deletion, application } = here.death;
  const { residents } = here;
  const request = owed(here, 'delete-residence');
  if (request !== undefined)
    return answered(
      here,
      request,
      residents === undefined || residents.deleteAsTold()
        ? { outcome: 'deleted', entry: 'R-1', deletedOn: dayOf(here.now) }
        : { outcome: 'nothing-to-delete', reason: 'not-registered' },
    );
  if (deletion.dossier.status === 'awaited') {
    const agency = application.declaration?.authorities.residence ?? '';
    return move('ReceiveDossier', { leg: 'residence', agency });
  }
  return deletion.record === 'incomplete'
    ? move('CompleteResidenceRecord', {})
    : move('DeleteResidence', { entry: 'R-1', deletedOn: dayOf(here.now), minutes: false });
};

const DECIDING: Readonly<Record<Payer, string>> = {
  'social-insurance': 'decide-insurance-funeral',
  'social-protection': 'decide-social-funeral',
  merit: 'decide-merit-funeral',
};

/** Whoever was asked rejects; whoever has the file and was not, rejects too. */
const benefiting = (here: Here, leg: 'funeral' | 'survivor'): Move => {
  const own = here.death[leg];
  const [payer] = payersOpen(own);
  if (own.route === null) return move('RouteBenefit', { leg });
  const purpose = leg === 'survivor' ? 'decide-survivor' : DECIDING[payer ?? 'social-insurance'];
  const request = owed(here, purpose);
  if (payer !== undefined && request !== undefined)
    return answered(here, request, { outcome: 'decided', decisionNo: 'QD-1', decidedOn: dayOf(here.now) });
  if (own.dossier.status === 'awaited') {
    const agency = here.death.application.declaration?.authorities[leg] ?? '';
    return move('ReceiveDossier', { leg, agency });
  }
  return move('RejectBenefit', { leg, cause: 'DossierIncomplete' });
};

const paying = (here: Here): Move | undefined => {
  const { death, now } = here;
  const [due] = Object.entries(unpaidIn(death));
  if (due === undefined) return undefined;
  const [benefit, amount] = due as [DataOf<'RecordPayment'>['benefit'], number];
  if (death.payments.payee === 'none') return move('StatePayee', { channel: 'cash', personal: {} });
  const request = owed(here, `pay-${benefit}`);
  const paid = { outcome: 'paid', amount, channel: 'cash', paidOn: dayOf(now) } as const;
  return request === undefined ? move('RecordPayment', { ...paid, benefit }) : answered(here, request, paid);
};

const next = (here: Here): Move => {
  const { death, book, now } = here;
  if (death.application.phase === 'none') return move('Apply', deathFiling(book, dayOf(now), dice(0), false));
  if (death.registration.registration.status === 'open') return registering(here);
  if (death.extract.issued === 0 || !death.extract.published) return certifying(death);
  if (runs(death, 'residence')) return deleting(here);
  for (const leg of ['funeral', 'survivor'] as const)
    if (runs(death, leg) && (death[leg].route === null || payersOpen(death[leg]).length > 0))
      return benefiting(here, leg);
  return paying(here) ?? move('Escalate', { about: 'case', cause: 'nothing-left-to-do' });
};

/** The case as it stands once closed; or where it is stuck, and what was refused there. */
export const finishDeath = (
  book: LawBook,
  history: Pick<DeathHistory, 'state' | 'now' | 'residents'>,
  decider: ReturnType<typeof deathCase> = deathCase(book),
): Finished<DeathCase, DeathEvent> =>
  finished(decider, history, {
    closed: ({ application }) => application.phase === 'closed',
    next: (death, now) => next({ book, death, now, residents: history.residents }),
    usually: (order, death) => deathActor(order as Move, death),
    happened: ({ type }) => {
      if (type === 'DeleteResidence') history.residents?.deleteDeceased();
    },
  });
