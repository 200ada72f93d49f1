/** What may reasonably come next in a case as it stands: each agency and person at their own work, some of it going wrong. */
import { addDays, dayOf, type Instant, later } from '@lienthong/core';
import { type BirthCase, type LegOutcome, legsOf, outcomeOf, timers } from '@lienthong/core/birth-case';
import type { LawBook } from '@lienthong/core/law';
import { answerTo } from './answers.js';
import type { Dice } from './dice.js';
import { type Move, move } from './move.js';

type Choice = readonly [weight: number, () => Move];
type Setting = Readonly<{ book: LawBook; birth: BirthCase; now: Instant; dice: Dice }>;

const DAY = 86_400_000;

const requestMoves = ({ birth, now, dice }: Setting): readonly Choice[] =>
  Object.values(birth.requests).flatMap(({ request, status, attempts }): readonly Choice[] => {
    if (status === 'answered') return [[1, () => answerTo(birth, request, now, dice)]];
    if (status === 'given-up')
      return [
        [4, () => move('ResyncStatus', { request })],
        [1, () => answerTo(birth, request, now, dice)],
      ];
    return [
      [10, () => answerTo(birth, request, now, dice)],
      [2, () => move('RecordRequestSent', { request, attempt: attempts + 1 })],
      [2, () => move('RecordRequestAcknowledged', { request, receivedAt: now, reference: 'ref-1' })],
      [
        2,
        () =>
          move('RecordProgress', { request, step: dice.pick(['verifying', 'queued']), reason: 'conditions', at: now }),
      ],
      [
        1,
        () =>
          move('RecordRequestDeferred', { request, until: later(now, DAY), why: dice.pick(['asked-to-wait', 'busy']) }),
      ],
      [1, () => move('RecordRequestFailed', { request, why: dice.pick(['timed-out', 'outcome-unknown']) })],
      [
        1,
        () =>
          move('RecordRequestGivenUp', {
            request,
            why: dice.pick(['unreachable', 'outcome-unknown']),
            lookFor: 'ref-1',
          }),
      ],
      ...(status === 'acknowledged' ? [[1, () => move('ResyncStatus', { request })] as const] : []),
    ];
  });

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

const extractMoves = ({ birth, dice }: Setting): readonly Choice[] => {
  const { extract, registration } = birth;
  if (registration.registration.status !== 'registered') return [];
  const onTheWay: readonly Choice[] = [
    [2, () => move('ConfirmExtract', {})],
    [1, () => move('TimestampExtract', {})],
    [1, () => move('ReturnExtract', { cause: 'wrong-data' })],
    [
      1,
      () =>
        move('RecordSigningFailure', {
          slot: dice.pick(['leader', 'seal']),
          cause: 'token-lost',
          safe: dice.chance(70),
        }),
    ],
    [1, () => move('IssueExtractOnPaper', {})],
  ];
  switch (extract.stage) {
    case 'none':
    case 'recalled':
    case 'on-paper':
      return [[14, () => move('DraftExtract', {})]];
    case 'drafted':
      return [[14, () => move('SignExtract', {})], [1, () => move('PublishExtract', {})], ...onTheWay];
    case 'signed':
      return [[14, () => move('SealExtract', {})], ...onTheWay];
    case 'sealed':
      return [[14, () => move('PublishExtract', {})], ...onTheWay];
    case 'published':
      return [
        [registration.corrections > extract.corrections ? 12 : 1, () => move('DraftExtract', {})],
        [1, () => move('RecallExtract', { cause: 'wrong-data' })],
      ];
  }
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

/** A deadline that has passed, as the timekeeper finds it; else a word to the support team. */
const missed = ({ book, birth, now }: Setting): Move => {
  const due = timers(book, birth).find(({ at }) => at <= now);
  return due === undefined
    ? move('Escalate', { about: 'case', cause: 'asked' })
    : move('RecordMissedDeadline', due.missed);
};

const wholeMoves = (setting: Setting): readonly Choice[] => {
  const { birth, dice, now } = setting;
  const { application } = birth;
  const today = dayOf(now);
  const legs = legsOf(application);
  const about = application.escalated[0];
  const closed = application.phase === 'closed';
  return [
    [1, () => missed(setting)],
    [1, () => move('RecordFee', { amount: 8_000, purpose: 'copy' })],
    [1, () => move('AttachBirthNotice', { code: '00012.GCS.40001', signed: dice.chance(70) })],
    ...legs
      .filter((leg) => !open(outcomeOf(birth, leg)))
      .map((leg): Choice => [1, () => move('DeliverResult', { leg, channel: 'desk' })]),
    ...(about === undefined
      ? []
      : ([
          [2, () => move('GiveGuidance', { about, guidance: 'ask-again' })],
          [2, () => move('ResolveEscalation', { about, resolution: 'settled' })],
        ] as const)),
    ...(closed
      ? ([
          [2, () => move('RegisterCorrection', { fields: ['child.name'], registeredOn: today })],
          [1, () => move('ReplacePersonalNumber', { cause: 'birth-year-corrected', index: 'number-9', personal: {} })],
        ] as const)
      : ([
          [1, () => move('SendApology', { span: 'whole', cause: 'late', newDate: addDays(today, 3) })],
          [
            1,
            () =>
              move('ReviseDeadline', { span: 'whole', from: today, to: addDays(today, 1), cause: 'calendar-changed' }),
          ],
          ...(dice.chance(15) ? ([[1, () => move('WithdrawCase', {})]] as const) : []),
          ...(dice.chance(40) ? ([[1, () => move('WithdrawLeg', { leg: dice.pick(legs) })]] as const) : []),
        ] as const)),
  ];
};

/** One of the things that may reasonably come next. */
export const obedientMove = (setting: Setting): Move => {
  const { birth, dice } = setting;
  const legs = legsOf(birth.application);
  const running = (leg: (typeof legs)[number]): boolean =>
    legs.includes(leg) && open(outcomeOf(birth, leg)) && birth.extract.published;
  const choices: readonly Choice[] = [
    ...requestMoves(setting),
    ...(birth.application.phase === 'open' ? registrationMoves(setting) : []),
    ...extractMoves(setting),
    ...(legs.includes('residence') && open(outcomeOf(birth, 'residence')) ? residenceMoves(setting) : []),
    ...(running('card') ? cardMoves(setting) : []),
    ...(running('identity-card') ? identityCardMoves(setting) : []),
    ...wholeMoves(setting),
  ];
  return dice.weighted(choices)();
};
