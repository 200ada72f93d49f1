/** The rules of the deletion, each on its provision. */
import { examine, type Rule, refuseUnless } from '../kernel/index.js';
import { provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { DeleteResidence, DeletionCommand } from './events.js';
import { type DeletionFacts, deletionEnded, type ResidenceDeletion } from './state.js';

export type DeletionReason =
  | 'LegHasEnded'
  | 'ExtractNotPublished'
  | 'DossierNotReceived'
  | 'RequestUnderWay'
  | 'RecordIncomplete'
  | 'RecordNotIncomplete'
  | 'DeletedInFuture';

export type DeletionView = Readonly<{ own: ResidenceDeletion; facts: DeletionFacts; today: PlainDate }>;
type DeletionRule = Rule<DeletionCommand, DeletionView, DeletionReason>;

const open: DeletionRule = refuseUnless('LegHasEnded', provision.deletionGround, (_, { own }) => !deletionEnded(own));

/** Nobody is taken off the register on less than the published extract of their death. */
const published: DeletionRule = refuseUnless(
  'ExtractNotPublished',
  provision.deletionGround,
  (_, { facts }) => facts.extractPublished,
  { remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' } },
);

const received: DeletionRule = refuseUnless(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  { remedy: { kind: 'command', command: 'ReceiveDossier', by: 'residence-officer' } },
);

export const mayForward = examine<DeletionCommand, DeletionView, DeletionReason>(
  open,
  published,
  refuseUnless(
    'RequestUnderWay',
    provision.requestToAgency,
    (_, { facts }) => !isPending(facts.requests, 'delete-residence'),
  ),
);

export const mayComplete = examine<DeletionCommand, DeletionView, DeletionReason>(
  open,
  published,
  received,
  refuseUnless('RecordNotIncomplete', provision.deletionGround, (_, { own }) => own.record === 'incomplete'),
);

export const mayDelete = examine<DeleteResidence, DeletionView, DeletionReason>(
  open,
  published,
  received,
  refuseUnless('RecordIncomplete', provision.deletionCompletesRecord, (_, { own }) => own.record !== 'incomplete', {
    remedy: { kind: 'command', command: 'CompleteResidenceRecord', by: 'residence-officer' },
  }),
  refuseUnless('DeletedInFuture', provision.deletionGround, ({ data }, { today }) => data.deletedOn <= today, {
    remedy: (_, { today }) => ({ kind: 'change', at: 'deletedOn', to: today }),
  }),
);

export const mayFindNothing = examine<DeletionCommand, DeletionView, DeletionReason>(open, published, received);
