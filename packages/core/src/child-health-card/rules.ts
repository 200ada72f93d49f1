/** The rules of the card leg, each on its provision. */
import { examine, type Rule, refuseUnless } from '../kernel/index.js';
import { provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import type { CardCommand, ForwardCard, IssueCard } from './events.js';
import { type CardFacts, type ChildHealthCard, cardEnded } from './state.js';

export type CardReason = 'LegHasEnded' | 'ExtractNotPublished' | 'DossierNotReceived' | 'RequestUnderWay';

export type CardView = Readonly<{ own: ChildHealthCard; facts: CardFacts }>;

type CardRule = Rule<CardCommand, CardView, CardReason>;

const open: CardRule = refuseUnless('LegHasEnded', provision.closedApplication, (_, { own }) => !cardEnded(own));

const published: CardRule = refuseUnless(
  'ExtractNotPublished',
  provision.extractValue,
  (_, { facts }) => facts.extractPublished,
  {
    remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
  },
);

const received: CardRule = refuseUnless(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  {
    remedy: { kind: 'command', command: 'ReceiveDossier', by: 'insurance-officer' },
  },
);

export const mayForward = examine<ForwardCard, CardView, CardReason>(
  open,
  published,
  refuseUnless(
    'RequestUnderWay',
    provision.requestToAgency,
    (_, { facts }) => !isPending(facts.requests, 'issue-card'),
  ),
);

export const mayIssue = examine<IssueCard, CardView, CardReason>(open, published, received);

/** Rejecting and returning need the file, not its completeness. */
export const mayTurnBack = examine<CardCommand, CardView, CardReason>(open, received);
