/** What may reasonably come next in a birth case as it stands: each agency and person at their own work, some of it going wrong. */
import { dayOf, type Instant } from '@lienthong/core';
import { type BirthCase, type LegOutcome, legsOf, outcomeOf, timers } from '@lienthong/core/birth-case';
import type { LawBook } from '@lienthong/core/law';
import { applicationMoves, missedOr } from '../application-moves.js';
import type { Dice } from '../dice.js';
import { extractMoves } from '../extract-moves.js';
import type { Choice as AnyChoice } from '../move.js';
import { requestMoves } from '../request-moves.js';
import { answerTo } from './answers.js';
import { type Move, move } from './move.js';

type Choice = AnyChoice<Move>;
type Setting = Readonly<{ book: LawBook; birth: BirthCase; now: Instant; dice: Dice }>;

const refusals = [
  'OutOfScope',
  'WrongAuthority',
  'ProofOfBirthMissing',
  'NameNotPermitted',
  'ContentConflict',
] as const;

const registrationMoves = ({ birth, dice, now }: Setting): readonly Choice[] => {
  const { registration: own, application } = birth;
  const { dossier } = own;
  const registered = own.registration.status === 'registered';
  const numbering: readonly Choice[] = [
    [registered ? 3 : 10, () => move('RequestPersonalNumber', {})],
    [2, () => move('RecordPersonalNumberObstacle', { cause: dice.pick(['NoAnswer', 'Technical']) })],
  ];
  if (dossier.status === 'awaited')
    return [
      [12, () => move('ReceiveDossier', { leg: 'birth', agency: application.declaration?.authorities.birth ?? '' })],
    ];
  const items = ['birth-notice'];
  if (registered)
    return [
      ...(own.personalNumber === 'assigned' ? [] : numbering),
      [1, () => move('RegisterCorrection', { fields: ['child.name'], registeredOn: dayOf(now) })],
      ...(own.personalNumber === 'assigned'
        ? ([
            [1, () => move('ReplacePersonalNumber', { cause: 'wrong-at-entry', index: 'number-9', personal: {} })],
          ] as const)
        : []),
    ];
  return [
    ...(own.personalNumber === 'assigned' ? [] : numbering),
    [
      own.personalNumber === 'assigned' || own.personalNumber === 'delayed' ? 14 : 1,
      () => move('RegisterBirth', { holder: application.caseId ?? '' }),
    ],
    [1, () => move('RequestSupplement', { leg: 'birth', items, cause: 'incomplete' })],
    ...(dossier.status === 'supplementing'
      ? [[8, () => move('ProvideSupplement', { leg: 'birth', items })] as const]
      : []),
    [
      1,
      () =>
        move('RefuseBirth', { cause: dossier.status === 'supplementing' ? 'SupplementOverdue' : dice.pick(refusals) }),
    ],
  ];
};

const open = (outcome: LegOutcome | undefined): boolean => outcome === undefined;

const residenceMoves = ({ birth, dice, now }: Setting): readonly Choice[] => {
  const own = birth.residence;
  const { lodging } = birth.application.declaration ?? {};
  const consenters = [
    ...(lodging?.owned === 'not-own' ? (['owner', 'household-head'] as const) : []),
    ...(lodging?.with === 'parents' ? [] : (['parent'] as const)),
  ].filter((from) => own.consents[from] !== 'given');
  const items = ['lodging-proof'];
  return [
    ...consenters.map(
      (from): Choice => [
        6,
        () => move('RecordConsent', { from, mode: dice.pick(['form', 'online', 'police-enquiry', 'writing']) }),
      ],
    ),
    ...consenters.map((from): Choice => [1, () => move('ExpireConsent', { from })]),
    [1, () => move('ForwardResidence', {})],
    [1, () => move('OpenVerification', { cause: 'conditions' })],
    [1, () => move('RequestSupplement', { leg: 'residence', items, cause: 'incomplete' })],
    ...(own.dossier.status === 'supplementing'
      ? [[8, () => move('ProvideSupplement', { leg: 'residence', items })] as const]
      : []),
    [1, () => move('DecideResidence', { decision: 'register', entry: 'R-2', registeredOn: dayOf(now) })],
    [
      1,
      () =>
        move('DecideResidence', {
          decision: 'refuse',
          cause: dice.pick(['ConsentMissing', 'NoLawfulPlace', 'PlaceBanned']),
        }),
    ],
  ];
};

const cardMoves = ({ birth, now }: Setting): readonly Choice[] => [
  [birth.card.decision === 'returned' ? 4 : 1, () => move('ForwardCard', {})],
  [1, () => move('IssueCard', { issuedOn: dayOf(now), personal: {} })],
  [1, () => move('RejectCard', { items: ['form-01'] })],
  [1, () => move('ReturnCardUpstream', { field: 'child.name' })],
  ...(birth.card.decision === 'returned'
    ? [[6, () => move('RegisterCorrection', { fields: ['child.name'], registeredOn: dayOf(now) })] as const]
    : []),
];

const identityCardMoves = ({ now }: Setting): readonly Choice[] => [
  [3, () => move('ForwardIdentityCard', {})],
  [2, () => move('DecideIdentityCard', { decision: 'issue', issuedOn: dayOf(now) })],
  [2, () => move('DecideIdentityCard', { decision: 'refuse', cause: 'data' })],
];

const wholeMoves = (setting: Setting): readonly Choice[] => {
  const { book, birth, dice, now } = setting;
  const { application } = birth;
  const chosen = legsOf(application);
  const ready = chosen.filter((leg) => !open(outcomeOf(birth, leg)));
  const missed = timers(book, birth).find(({ at }) => at <= now)?.missed;
  return [
    [1, () => missedOr(missed) as Move],
    [1, () => move('AttachBirthNotice', { code: '00012.GCS.40001', signed: dice.chance(70) })],
    ...(applicationMoves(application, { chosen, ready }, setting) as readonly Choice[]),
    ...(application.phase === 'closed'
      ? ([
          [2, () => move('RegisterCorrection', { fields: ['child.name'], registeredOn: dayOf(now) })],
          [1, () => move('ReplacePersonalNumber', { cause: 'birth-year-corrected', index: 'number-9', personal: {} })],
        ] as const)
      : []),
  ];
};

/** One of the things that may reasonably come next. */
export const obedientMove = (setting: Setting): Move => {
  const { birth, dice } = setting;
  const legs = legsOf(birth.application);
  const running = (leg: (typeof legs)[number]): boolean =>
    legs.includes(leg) && open(outcomeOf(birth, leg)) && birth.extract.published;
  const choices: readonly Choice[] = [
    ...requestMoves(
      birth.requests,
      setting,
      (request) => answerTo(birth, request, setting.now, dice),
      () => ['verifying', 'queued'],
    ),
    ...(birth.application.phase === 'open' ? registrationMoves(setting) : []),
    ...extractMoves(birth, dice),
    ...(legs.includes('residence') && open(outcomeOf(birth, 'residence')) ? residenceMoves(setting) : []),
    ...(running('card') ? cardMoves(setting) : []),
    ...(running('identity-card') ? identityCardMoves(setting) : []),
    ...wholeMoves(setting),
  ];
  return dice.weighted(choices)();
};
