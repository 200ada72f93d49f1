export { hearPayment, hearStopped } from './answers.js';
export { PAYING, type PaymentFacts, type PaymentReason, payments, stoppedFrom } from './decider.js';
export type { MonthlyAllowance, PaymentChannel, PaymentCommand, PaymentEvent } from './events.js';
export type { AllowanceDesk, AllowanceToStop, BenefitToPay, PaymentAnswer, PaymentDesk, StopAnswer } from './ports.js';
export { noPayments, type Owed, outstanding, type Payments } from './state.js';
