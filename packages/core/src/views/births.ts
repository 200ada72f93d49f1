/** The birth group as its views see it (nhóm khai sinh). */
import { legsAsked } from '../application/index.js';
import type { Authority } from '../authority/index.js';
import { E } from '../fp.js';
import type { LawBook } from '../law/index.js';
import { type BirthCase, type BirthLeg, birthCase, dueDates, outcomeOf } from '../linked/birth-case/index.js';
import { sampleCommands } from '../linked/birth-case/sample-commands.js';
import { dayOf } from '../values/plain-date.js';
import type { Fallen } from './between-registers.js';
import { type GroupViews, isWanted, NOBODY, type Task } from './group-views.js';
import { birthStanding } from './standing.js';

const tasks: readonly Task[] = [
  { role: 'onestop-receptionist', at: 'birth', commands: ['ReceiveDossier'] },
  { role: 'return-officer', at: 'birth', commands: ['DeliverResult'] },
  {
    role: 'civil-status-officer',
    at: 'birth',
    commands: ['RequestPersonalNumber', 'RegisterBirth', 'RefuseBirth', 'DraftExtract'],
  },
  { role: 'commune-leader', at: 'birth', commands: ['SignExtract'] },
  {
    role: 'clerk',
    at: 'birth',
    commands: [
      'SealExtract',
      'TimestampExtract',
      'PublishExtract',
      'IssueExtractOnPaper',
      'ForwardResidence',
      'ForwardCard',
      'ForwardIdentityCard',
    ],
  },
  { role: 'residence-officer', at: 'residence', commands: ['ReceiveDossier', 'OpenVerification', 'DecideResidence'] },
  { role: 'insurance-officer', at: 'card', commands: ['ReceiveDossier', 'IssueCard'] },
  { role: 'identity-officer', at: 'identity-card', commands: ['ReceiveDossier', 'DecideIdentityCard'] },
  { role: 'applicant', at: 'birth', commands: ['ProvideSupplement', 'ConfirmExtract', 'RecordConsent'] },
  { role: 'support-team', at: 'birth', commands: ['ResolveEscalation', 'ResyncStatus'] },
];

const fallenFrom = (birth: BirthCase, leg: BirthLeg, kind: Fallen['kind'], has: boolean): readonly Fallen[] => {
  if (has) return [];
  if (!legsAsked(birth.application).includes(leg)) return [{ kind, leg, cause: 'not-asked' }];
  const outcome = outcomeOf(birth, leg);
  const { decision } = leg === 'residence' ? birth.residence : birth.card;
  if (outcome === undefined || outcome === 'done') {
    return [{ kind, leg, cause: decision === 'returned' ? 'returned' : 'under-way' }];
  }
  return [{ kind, leg, cause: outcome }];
};

const dossierOf = ({ registration, residence, card, identityCard }: BirthCase, leg: BirthLeg) =>
  ({ birth: registration, residence, card, 'identity-card': identityCard })[leg].dossier;

export const birthViews = (book: LawBook, authority: Authority): GroupViews<BirthCase> => {
  const decider = birthCase(book, authority);
  return {
    group: 'birth',
    standing: birthStanding,
    dueDates: (birth) => dueDates(book, birth),
    supplements: (birth) =>
      legsAsked(birth.application).flatMap((leg) => {
        const dossier = dossierOf(birth, leg);
        return dossier.status === 'supplementing' ? [{ leg, until: dossier.supplement?.until ?? null }] : [];
      }),
    tasks,
    open: (birth, at) => {
      const samples = sampleCommands(birth, NOBODY, at, dayOf(at)).filter((sample) =>
        isWanted(sample, birth.application),
      );
      return (office, commands) =>
        samples
          .filter(({ type }) => commands.includes(type))
          .map((sample) => ({ ...sample, actor: { id: office.role, ...office } }))
          .filter((sample) => E.isRight(decider.decide(sample, birth)));
    },
    fallen: ({ state, registeredOn }) =>
      registeredOn === null
        ? []
        : [
            ...fallenFrom(state, 'residence', 'without-residence', state.residence.decision === 'registered'),
            ...fallenFrom(state, 'card', 'without-card', state.card.decision === 'issued'),
          ],
  };
};
