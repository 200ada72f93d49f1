/** The death group as its views see it (nhóm khai tử). */
import { legsAsked } from '../application/index.js';
import type { Authority } from '../authority/index.js';
import type { BenefitLeg } from '../benefit/index.js';
import { E } from '../fp.js';
import type { DeathLeg, LawBook } from '../law/index.js';
import { type DeathCase, deathCase, dueDates, outcomeOf } from '../linked/death-case/index.js';
import { sampleCommands } from '../linked/death-case/sample-commands.js';
import { deletionEnded } from '../residence-deletion/index.js';
import { dayOf } from '../values/plain-date.js';
import type { Fallen } from './between-registers.js';
import { type GroupViews, isWanted, NOBODY, type Task } from './group-views.js';
import { deathStanding } from './standing.js';

const BENEFIT = ['ReceiveDossier', 'RouteBenefit', 'EndorseBenefit', 'DecideBenefit'];

const tasks: readonly Task[] = [
  { role: 'onestop-receptionist', at: 'death', commands: ['ReceiveDossier'] },
  { role: 'return-officer', at: 'death', commands: ['DeliverResult'] },
  {
    role: 'civil-status-officer',
    at: 'death',
    commands: ['RegisterDeath', 'RefuseDeath', 'ConfirmIdentity', 'DraftExtract', 'RouteBenefit'],
  },
  { role: 'commune-leader', at: 'death', commands: ['SignExtract'] },
  {
    role: 'clerk',
    at: 'death',
    commands: ['SealExtract', 'TimestampExtract', 'PublishExtract', 'IssueExtractOnPaper', 'ForwardDeletion'],
  },
  {
    role: 'residence-officer',
    at: 'residence',
    commands: ['ReceiveDossier', 'CompleteResidenceRecord', 'DeleteResidence', 'RecordNothingToDelete'],
  },
  { role: 'insurance-officer', at: 'funeral', commands: BENEFIT },
  { role: 'insurance-officer', at: 'survivor', commands: BENEFIT },
  { role: 'social-officer', at: 'funeral', commands: BENEFIT },
  { role: 'merit-officer', at: 'funeral', commands: BENEFIT },
  { role: 'payment-officer', at: 'funeral', commands: ['RecordPayment'] },
  {
    role: 'applicant',
    at: 'death',
    commands: ['ProvideSupplement', 'ConfirmExtract', 'RecordRelativesConsent', 'StatePayee'],
  },
  { role: 'support-team', at: 'death', commands: ['ResolveEscalation', 'ResyncStatus'] },
];

/** Somebody is to be named who takes the money: nobody is yet, or what was paid to them came back. */
const wantsPayee = ({ payments, application }: DeathCase): boolean =>
  application.phase === 'open' && (payments.payee === 'none' || payments.failing.length > 0);

const stillResident = (death: DeathCase): readonly Fallen[] => {
  const about = { kind: 'still-resident', leg: 'residence' } as const;
  if (deletionEnded(death.deletion)) return [];
  if (!legsAsked(death.application).includes('residence')) return [{ ...about, cause: 'not-asked' }];
  const outcome = outcomeOf(death, 'residence');
  if (outcome !== undefined && outcome !== 'done') return [{ ...about, cause: outcome }];
  return [{ ...about, cause: death.deletion.outcome === 'returned' ? 'returned' : 'under-way' }];
};

/** Whoever was found to be owed nothing, or asks elsewhere, is not unpaid. */
const SETTLED: readonly string[] = ['refused', 'outside'];

const unpaid = (death: DeathCase, leg: BenefitLeg): readonly Fallen[] => {
  if (!legsAsked(death.application).includes(leg)) return [];
  const { outcome, money, decided } = deathStanding(death, leg);
  const dong = money?.outstanding.dong ?? 0;
  if (dong > 0) return [{ kind: 'unpaid', leg, cause: 'outstanding', dong }];
  if (decided || outcome === 'done' || SETTLED.includes(outcome ?? '')) return [];
  return [
    { kind: 'unpaid', leg, cause: outcome === null ? 'under-way' : (outcome as Exclude<typeof outcome, 'done'>) },
  ];
};

const dossierOf = ({ registration, deletion, funeral, survivor }: DeathCase, leg: DeathLeg) =>
  ({ death: registration, residence: deletion, funeral, survivor })[leg].dossier;

export const deathViews = (book: LawBook, authority: Authority): GroupViews<DeathCase> => {
  const decider = deathCase(book, authority);
  return {
    group: 'death',
    standing: deathStanding,
    dueDates: (death) => dueDates(book, death),
    supplements: (death) =>
      legsAsked(death.application).flatMap((leg) => {
        const dossier = dossierOf(death, leg);
        return dossier.status === 'supplementing' ? [{ leg, until: dossier.supplement?.until ?? null }] : [];
      }),
    tasks,
    open: (death, at) => {
      const samples = sampleCommands(death, NOBODY, at, dayOf(at))
        .filter((sample) => isWanted(sample, death.application))
        .filter(({ type }) => type !== 'StatePayee' || wantsPayee(death));
      return (office, commands) =>
        samples
          .filter(({ type }) => commands.includes(type))
          .map((sample) => ({ ...sample, actor: { id: office.role, ...office } }))
          .filter((sample) => E.isRight(decider.decide(sample, death)));
    },
    fallen: ({ state, registeredOn }) =>
      registeredOn === null ? [] : [...stillResident(state), ...unpaid(state, 'funeral'), ...unpaid(state, 'survivor')],
  };
};
