export { AGENCIES, type Agency, agencyAbout, agencyAsked } from './agencies.js';
export { escalatedFrom, escalationRule, isTheTeams } from './escalation.js';
export type { Escalated, EscalationResolved, GuidanceGiven, SupportCommand, SupportEvent, TakenUp } from './events.js';
export { GUIDANCE, type Guidance } from './guidance.js';
