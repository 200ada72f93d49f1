/** What is proposed for a finding (đề xuất xử lý): commands somebody may give; none is given here. */
import type { OpenRequest } from '../requests/index.js';
import type { Proposal, ProposedCommand } from './finding.js';
import type { KnownCase, Step } from './known-case.js';
import type { RegisterName } from './register-record.js';

const propose = (
  caseId: string,
  command: ProposedCommand,
  reason: string,
  needs: readonly string[] = [],
): Proposal => ({
  caseId,
  command,
  needs,
  reason,
});

/** The matter goes to the support team. */
export const escalate = (caseId: string, cause: string, about = 'case'): Proposal =>
  propose(caseId, { type: 'Escalate', data: { about, cause } }, cause);

/** An answer still owed is asked for again; one that was given, and does not hold, is a matter for people. */
export const askAgain = (caseId: string, request: OpenRequest | undefined, cause: string): Proposal => {
  if (request === undefined) return escalate(caseId, cause);
  return request.status === 'answered'
    ? escalate(caseId, cause, request.request)
    : propose(caseId, { type: 'ResyncStatus', data: { request: request.request } }, cause);
};

const FORWARDING: Readonly<Partial<Record<`${KnownCase['group']} ${RegisterName}`, ProposedCommand>>> = {
  'birth residence': { type: 'ForwardResidence', data: {} },
  'birth health-card': { type: 'ForwardCard', data: {} },
  'death residence': { type: 'ForwardDeletion', data: {} },
};

/** A step that was asked for and never reached its agency is sent on its way. */
export const forStep = ({ group, caseId }: KnownCase, register: RegisterName, step: Step, cause: string): Proposal => {
  const forward = FORWARDING[`${group} ${register}`];
  return step.standing === 'open' && step.request === undefined && forward !== undefined
    ? propose(caseId, forward, cause)
    : askAgain(caseId, step.request, cause);
};

/** Which number is right, the population database knows; whoever follows it brings the number. */
export const forNumber = ({ group, caseId }: KnownCase, register: RegisterName, former: boolean): Proposal => {
  if (group === 'birth' && register === 'population' && !former) {
    const data = { cause: 'register-differs' };
    return propose(caseId, { type: 'ReplacePersonalNumber', data }, 'NumberDiffers', ['index', 'personal']);
  }
  if (register.startsWith('civil-status') && !former) {
    const data = { fields: [group === 'birth' ? 'child.personalNumber' : 'deceased.personalNumber'] };
    return propose(caseId, { type: 'RegisterCorrection', data }, 'NumberDiffers', ['registeredOn', 'personal']);
  }
  return escalate(caseId, former ? 'FormerNumberInUse' : 'NumberDiffers');
};
