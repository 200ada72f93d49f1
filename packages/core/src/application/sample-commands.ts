/** The commands that both groups know, in their plainest form for a case as it stands: to ask the rules what is open. */
import type { LegName } from '../dossier/events.js';
import type { PlainDate } from '../values/plain-date.js';
import type { Declared } from './events.js';
import type { Application } from './state.js';

const NOTHING = [{}] as const;
const CAUSE = [{ cause: 'sample' }] as const;

export const sharedSamples = <L extends LegName>(
  { declaration, escalated, lookedAfter }: Application<L, Declared<L>>,
  requests: Readonly<Record<string, unknown>>,
  today: PlainDate,
) => {
  const legs = declaration?.legs ?? [];
  const units: Readonly<Partial<Record<LegName, string>>> = declaration?.authorities ?? {};
  const about = escalated[0] ?? 'case';
  // Somebody may escalate what is not open yet.
  const more = escalated.includes('case') ? 'another-matter' : 'case';
  return {
    WithdrawLeg: legs.map((leg) => ({ leg })),
    WithdrawCase: NOTHING,
    RecordMissedDeadline: [{ deadline: 'sample', dueOn: today, duty: 'civil-status' }],
    ReviseDeadline: [{ span: 'whole' as const, from: today, to: today, cause: 'calendar-changed' }],
    SendApology: [...legs, 'whole' as const].map((span) => ({ span, cause: 'late', newDate: today })),
    DeliverResult: legs.map((leg) => ({ leg, channel: 'desk' as const })),
    Escalate: [{ about: more, cause: 'asked' }],
    GiveGuidance: [{ about, guidance: 'wait' as const }],
    ResolveEscalation: [{ about, resolution: 'sample' }],
    TakeUp: [{ about }],
    HandBack: [{ about: Object.keys(lookedAfter)[0] ?? about }],
    RecordAlias: [{ system: 'sample', code: 'sample' }],
    ReceiveDossier: legs.map((leg) => ({ leg, agency: units[leg] ?? '' })),
    RequestSupplement: legs.map((leg) => ({ leg, items: ['sample'], cause: 'incomplete' })),
    ProvideSupplement: legs.map((leg) => ({ leg, items: ['sample'] })),

    DraftExtract: NOTHING,
    ConfirmExtract: NOTHING,
    ReturnExtract: CAUSE,
    SignExtract: NOTHING,
    SealExtract: NOTHING,
    TimestampExtract: NOTHING,
    RecordSigningFailure: [{ slot: 'leader' as const, cause: 'sample', safe: true }],
    PublishExtract: NOTHING,
    IssueExtractOnPaper: NOTHING,
    RecallExtract: CAUSE,

    ResyncStatus: Object.keys(requests).map((request) => ({ request })),
  };
};
