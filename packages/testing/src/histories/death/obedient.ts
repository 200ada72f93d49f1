/** What may reasonably come next in a death case as it stands: each agency and person at their own work, some of it going wrong. */
import { dayOf } from '@lienthong/core';
import { deathTimers, legsOf, outcomeOf } from '@lienthong/core/death-case';
import { provision } from '@lienthong/core/law';
import { applicationMoves, missedOr } from '../application-moves.js';
import { extractMoves } from '../extract-moves.js';
import { requestMoves } from '../request-moves.js';
import { answerTo, stepsOf } from './answers.js';
import { benefitMoves } from './benefit-moves.js';
import { type Choice, type DataOf, type Move, move } from './move.js';
import { runs, type Setting, supplementing } from './setting.js';

const REFUSALS = [
  'OutOfScope',
  'WrongAuthority',
  'NotResponsiblePerson',
  'DeathEvidenceMissing',
  'DeathAlreadyRegistered',
  'IdentityMismatch',
] as const;

const registrationMoves = ({ death, dice, now }: Setting): readonly Choice[] => {
  const { registration: own, application } = death;
  const { dossier } = own;
  if (dossier.status === 'awaited') {
    const agency = application.declaration?.authorities.death ?? '';
    return [[12, () => move('ReceiveDossier', { leg: 'death', agency })]];
  }
  if (own.registration.status === 'registered') {
    const fields = ['deceased.name'];
    const weight = death.deletion.outcome === 'returned' ? 5 : 1;
    return [[weight, () => move('RegisterCorrection', { fields, registeredOn: dayOf(now) })]];
  }
  const items = ['death-notice'];
  return [
    [14, () => move('RegisterDeath', { holder: application.caseId ?? '' })],
    [application.fees.includes('late') ? 1 : 6, () => move('RecordFee', { amount: 5_000, purpose: 'late' })],
    [
      own.identity === 'doubted' ? 12 : 1,
      () => move('ConfirmIdentity', { by: dice.chance(80) ? 'book' : 'population' }),
    ],
    [1, () => move('RequestSupplement', { leg: 'death', items, cause: 'incomplete' })],
    ...(supplementing(own) ? [[8, () => move('ProvideSupplement', { leg: 'death', items })] as const] : []),
    [1, () => move('RefuseDeath', { cause: supplementing(own) ? 'SupplementOverdue' : dice.pick(REFUSALS) })],
  ];
};

/** Nobody who keeps a register says that there is nothing in it while an entry stands. */
export const nothingToDelete = ({ residents, now }: Setting): Move =>
  residents?.entries.has(residents.deceased)
    ? move('DeleteResidence', { entry: 'R-3', deletedOn: dayOf(now), minutes: false })
    : move('RecordNothingToDelete', { cause: 'not-registered' });

const deletionMoves = (setting: Setting): readonly Choice[] => {
  const { death, dice, now } = setting;
  const own = death.deletion;
  const agency = death.application.declaration?.authorities.residence ?? '';
  const items = ['identity-papers'];
  return [
    ...(own.dossier.status === 'awaited'
      ? [[1, () => move('ReceiveDossier', { leg: 'residence', agency })] as const]
      : []),
    [own.outcome === 'returned' ? 6 : 1, () => move('ForwardDeletion', {})],
    [own.record === 'incomplete' ? 6 : 1, () => move('CompleteResidenceRecord', {})],
    [
      own.record === 'incomplete' ? 14 : 1,
      () => move('DeleteResidence', { entry: 'R-2', deletedOn: dayOf(now), minutes: dice.chance(50) }),
    ],
    [1, () => nothingToDelete(setting)],
    [1, () => move('RequestSupplement', { leg: 'residence', items, cause: 'incomplete' })],
    ...(supplementing(own) ? [[8, () => move('ProvideSupplement', { leg: 'residence', items })] as const] : []),
  ];
};

/** A notice as the facility issues it: on the form of its day, now and then on the one before. */
const notice = ({ book, now, dice }: Setting): DataOf<'AttachDeathNotice'> => {
  const issuedOn = dayOf(now);
  const form = book.at({ on: issuedOn, knownOn: issuedOn }).row(provision.deathNoticeForm)?.value.form ?? 'annex-I';
  return { code: '00032.GBT.40001', signed: dice.chance(70), form: dice.pick([form, 'annex-I']), issuedOn };
};

/** What the clock asks for, once its moment has come. */
const missed = ({ book, death, now }: Setting): Move => {
  const due = deathTimers(book)(death, '').find(({ at }) => at <= now)?.command;
  return due?.type === 'ExpireConsent'
    ? move('ExpireConsent', {})
    : (missedOr(due?.type === 'RecordMissedDeadline' ? due.data : undefined) as Move);
};

const wholeMoves = (setting: Setting): readonly Choice[] => {
  const { death, dice, now } = setting;
  const { application } = death;
  const chosen = legsOf(application);
  const ready = chosen.filter((leg) => outcomeOf(death, leg) !== undefined);
  return [
    [1, () => missed(setting)],
    [1, () => move('AttachDeathNotice', notice(setting))],
    ...(applicationMoves(application, { chosen, ready }, setting) as readonly Choice[]),
    ...(application.phase === 'closed'
      ? ([[2, () => move('RegisterCorrection', { fields: ['deceased.name'], registeredOn: dayOf(now) })]] as const)
      : dice.chance(30) && chosen.length > 0
        ? ([[1, () => move('StopLeg', { leg: dice.pick(chosen), cause: 'asked-by-family' })]] as const)
        : []),
  ];
};

/** One of the things that may reasonably come next. */
export const obedientDeathMove = (setting: Setting): Move => {
  const { death, dice } = setting;
  return dice.weighted<() => Move>([
    ...requestMoves(death.requests, setting, (request) => answerTo(setting, request), stepsOf),
    ...(death.application.phase === 'open' ? registrationMoves(setting) : []),
    ...extractMoves(death, dice),
    ...(runs(death, 'residence') && death.extract.published ? deletionMoves(setting) : []),
    ...benefitMoves(setting),
    ...wholeMoves(setting),
  ])();
};
