export { type Figures, figuresOf, isLate, STATUSES, type Status, statusOf } from './figures.js';
export { ngheAn2023 } from './nghe-an-2023.js';
export { type Books, type Finding, type Reconciled, reconcile } from './reconcile.js';
export type { Scenario } from './scenario.js';
export { type Simulated, type SimulationOptions, simulate } from './simulate.js';
