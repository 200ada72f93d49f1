/** The rules of the identity-card leg, each on its provision. */
import { examine, type Rule, refuseUnless } from '../kernel/index.js';
import { provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import type { DecideIdentityCard, ForwardIdentityCard, IdentityCardCommand } from './events.js';
import { type ChildIdentityCard, type IdentityCardFacts, identityCardEnded } from './state.js';

export type IdentityCardReason =
  | 'LegHasEnded'
  | 'ExtractNotPublished'
  | 'EarlierLegOpen'
  | 'DossierNotReceived'
  | 'RequestUnderWay';

export type IdentityCardView = Readonly<{ own: ChildIdentityCard; facts: IdentityCardFacts }>;

type IdentityCardRule = Rule<IdentityCardCommand, IdentityCardView, IdentityCardReason>;

const open: IdentityCardRule = refuseUnless(
  'LegHasEnded',
  provision.closedApplication,
  (_, { own }) => !identityCardEnded(own),
);

const published: IdentityCardRule = refuseUnless(
  'ExtractNotPublished',
  provision.extractValue,
  (_, { facts }) => facts.extractPublished,
  { remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' } },
);

export const mayForward = examine<ForwardIdentityCard, IdentityCardView, IdentityCardReason>(
  open,
  published,
  refuseUnless('EarlierLegOpen', provision.legOrder, (_, { facts }) => facts.waitsFor.length === 0, {
    facts: (_, { facts }) => ({ waitsFor: facts.waitsFor }),
    remedy: { kind: 'command', command: 'DecideResidence', by: 'residence-officer' },
  }),
  refuseUnless(
    'RequestUnderWay',
    provision.requestToAgency,
    (_, { facts }) => !isPending(facts.requests, 'issue-identity-card'),
  ),
);

export const mayDecide = examine<DecideIdentityCard, IdentityCardView, IdentityCardReason>(
  open,
  published,
  refuseUnless('DossierNotReceived', provision.dossierReceipt, (_, { own }) => own.dossier.status !== 'awaited', {
    remedy: { kind: 'command', command: 'ReceiveDossier', by: 'identity-officer' },
  }),
);
