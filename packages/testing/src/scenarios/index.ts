export type { Books, Finding, Reconciled } from './books.js';
export {
  type BenefitFigures,
  benefitsOf,
  type Figures,
  figuresOf,
  STATUSES,
  type Status,
  type Sum,
} from './figures.js';
export { COURIER_LIMITS } from './limits.js';
export { ngheAn2023 } from './nghe-an-2023.js';
export { ngheAn2026 } from './nghe-an-2026.js';
export { reconcile } from './reconcile.js';
export { remembering } from './remembering.js';
export type { Dying, Scenario, Standing } from './scenario.js';
export { simulate } from './simulate.js';
export type { Simulated, SimulationOptions } from './simulation.js';
export type { StuckRequests } from './stuck.js';
export { backoffOf } from './world.js';
