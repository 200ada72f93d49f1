export type { Escalated, EscalationResolved, GuidanceGiven, SupportCommand, SupportEvent } from './events.js';
