/** The support team (tổ hỗ trợ): what is brought before it, when, and which offices do its work. Design, not law: all inferred. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Competences } from './competence.js';

/** What may go wrong between agencies so that people must look at it. */
export type MatterKind =
  | 'given-up'
  | 'silent'
  | 'failing'
  | 'deadline-missed'
  | 'contradicted'
  | 'suspected-duplicate'
  | 'unsettled';

/** So many working days after it began, 0 for at once; `to` is the role that gets it. */
export type EscalationRule = Readonly<{ after: number; to: string }>;
export type EscalationRules = Readonly<Record<MatterKind, EscalationRule>>;

const to = 'support-team';
const rules: EscalationRules = {
  'given-up': { after: 0, to },
  contradicted: { after: 0, to },
  unsettled: { after: 0, to },
  'suspected-duplicate': { after: 0, to },
  failing: { after: 1, to },
  'deadline-missed': { after: 1, to },
  silent: { after: 3, to },
};

const source =
  'No text says when; the team and its work from death.md §9.1 support-team (I), the days a choice of design that a province may lay its own over.';

export const escalationRules: Parameter<EscalationRules> = parameter(
  'support.escalation-rules',
  'working days, role',
  'What is brought before the support team, after how many working days, and to whom',
  [
    row('2018-06-21', '2025-06-30', rules, cite('61/2018/NĐ-CP', 19, 5), 'inferred', source),
    row('2025-07-01', open, rules, cite('118/2025/NĐ-CP'), 'inferred', source),
  ],
);

const offices: Competences = {
  'look-after': ['support-team', 'province-admin'],
  alias: [
    'civil-status-officer',
    'onestop-receptionist',
    'residence-officer',
    'insurance-officer',
    'identity-officer',
    'social-officer',
    'merit-officer',
    'support-team',
    'province-admin',
    'courier',
  ],
};

/** Acts that no text names at all, apart from those whose offices rest on the law of a group. */
export const supportCompetence: Parameter<Competences> = parameter(
  'support.competence',
  'offices',
  'Which office may look after a matter, and note down the code another system gives a case',
  [
    row('2016-01-01', '2025-06-30', offices, cite('61/2018/NĐ-CP', 19, 5), 'inferred', source),
    row('2025-07-01', open, offices, cite('118/2025/NĐ-CP'), 'inferred', source),
  ],
);
