/** Every case of the contract, in the order of its tables. */
import type { Case } from './case.js';
import { appendCases } from './cases/append.js';
import { atomicityCases } from './cases/atomicity.js';
import { durabilityCases } from './cases/durability.js';
import { expectationCases } from './cases/expectation.js';
import { fidelityCases } from './cases/fidelity.js';
import { keepingCases } from './cases/keeping.js';
import { lossCases } from './cases/loss.js';
import { orderCases } from './cases/order.js';
import { readingCases } from './cases/reading.js';
import { repetitionCases } from './cases/repetition.js';
import { tenantCases } from './cases/tenants.js';
import { wakingCases } from './cases/waking.js';

export const contractCases: readonly Case[] = [
  ...appendCases,
  ...expectationCases,
  ...repetitionCases,
  ...atomicityCases,
  ...readingCases,
  ...orderCases,
  ...keepingCases,
  ...fidelityCases,
  ...durabilityCases,
  ...lossCases,
  ...tenantCases,
  ...wakingCases,
];
