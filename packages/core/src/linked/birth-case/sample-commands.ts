/** Each command in its plainest form for a case as it stands: to ask the rules what is open, never to be recorded. */
import { sharedSamples } from '../../application/sample-commands.js';
import type { Actor } from '../../kernel/index.js';
import type { Instant, PlainDate } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import type { BirthCase } from './state.js';

const SAMPLE_ID = '00000000-0000-5000-8000-000000000000';

type Data = { [T in BirthCommand['type']]?: readonly Extract<BirthCommand, { type: T }>['data'][] };

const samples = ({ application, requests }: BirthCase, today: PlainDate): Data => ({
  ...sharedSamples(application, requests, today),
  AttachBirthNotice: [{ code: 'sample', signed: true }],
  RecordFee: [{ amount: 0, purpose: 'copy' }],
  RequestPersonalNumber: [{}],
  RecordPersonalNumberObstacle: [{ cause: 'NoAnswer' }],
  ReplacePersonalNumber: [{ cause: 'wrong-at-entry', index: 'sample', personal: {} }],
  RegisterBirth: [{ holder: application.caseId ?? '' }],
  RefuseBirth: [{ cause: 'ContentConflict' }],
  RegisterCorrection: [{ fields: ['child.name'], registeredOn: today }],
  ForwardResidence: [{}],
  RecordConsent: (['owner', 'household-head', 'parent'] as const).map((from) => ({ from, mode: 'form' })),
  ExpireConsent: (['owner', 'household-head', 'parent'] as const).map((from) => ({ from })),
  OpenVerification: [{ cause: 'conditions' }],
  DecideResidence: [
    { decision: 'register', entry: 'sample', registeredOn: today },
    { decision: 'refuse', cause: 'NoLawfulPlace' },
  ],
  ForwardCard: [{}],
  IssueCard: [{ issuedOn: today, personal: {} }],
  RejectCard: [{ items: ['sample'] }],
  ReturnCardUpstream: [{ field: 'child.name' }],
  ForwardIdentityCard: [{}],
  DecideIdentityCard: [{ decision: 'issue', issuedOn: today }],
});

/** The commands people give; those by which the courier records what it heard are not among them. */
export const sampleCommands = (
  birth: BirthCase,
  actor: Actor,
  at: Instant,
  today: PlainDate,
): readonly BirthCommand[] =>
  Object.entries(samples(birth, today)).flatMap(([type, forms]) =>
    forms.map((data) => ({ id: SAMPLE_ID, type, at, actor, data }) as BirthCommand),
  );
