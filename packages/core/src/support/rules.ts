/** What may be done about a matter of the support team: brought before it once, looked after by one person, advised on, settled. */
import { type Command, examine, refuseUnless } from '../kernel/index.js';
import { provision } from '../law/index.js';

export type SupportReason = 'NotEscalated' | 'EscalatedAlready' | 'LookedAfterAlready' | 'NotLookedAfter';

/** As much of a case as these rules look at: matters that are open, and who looks after which. */
export type Matters = Readonly<{ escalated: readonly string[]; lookedAfter: Readonly<Record<string, string>> }>;

const aboutOf = ({ data }: Command): string => (data as Readonly<{ about: string }>).about;

const isOpen = refuseUnless<Command, Matters, SupportReason, unknown>(
  'NotEscalated',
  provision.escalation,
  (command, { escalated }) => escalated.includes(aboutOf(command)),
  { remedy: { kind: 'command', command: 'Escalate', by: 'support-team' } },
);

export const mayAdvise = examine<Command, Matters, SupportReason>(isOpen);

export const mayEscalate = examine<Command, Matters, SupportReason>(
  refuseUnless(
    'EscalatedAlready',
    provision.escalation,
    (command, { escalated }) => !escalated.includes(aboutOf(command)),
    {
      facts: (command) => ({ about: aboutOf(command) }),
      remedy: { kind: 'command', command: 'ResolveEscalation', by: 'support-team' },
    },
  ),
);

export const mayTakeUp = examine<Command, Matters, SupportReason>(
  isOpen,
  refuseUnless(
    'LookedAfterAlready',
    provision.supportCompetence,
    (command, { lookedAfter }) => lookedAfter[aboutOf(command)] === undefined,
    { remedy: { kind: 'command', command: 'HandBack', by: 'support-team' } },
  ),
);

export const mayHandBack = examine<Command, Matters, SupportReason>(
  refuseUnless(
    'NotLookedAfter',
    provision.supportCompetence,
    (command, { lookedAfter }) => lookedAfter[aboutOf(command)] !== undefined,
    { remedy: { kind: 'command', command: 'TakeUp', by: 'support-team' } },
  ),
);
