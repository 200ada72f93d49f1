/** Every case of the contract, in the order of its tables. */
import type { Case } from './case.js';
import { appendCases } from './cases/append.js';
import { atomicityCases } from './cases/atomicity.js';
import { durabilityCases } from './cases/durability.js';
import { expectationCases } from './cases/expectation.js';
import { fidelityCases } from './cases/fidelity.js';
import { keepingCases } from './cases/keeping.js';
import { readingCases } from './cases/reading.js';
import { repetitionCases } from './cases/repetition.js';

export const contractCases: readonly Case[] = [
  ...appendCases,
  ...expectationCases,
  ...repetitionCases,
  ...atomicityCases,
  ...readingCases,
  ...keepingCases,
  ...fidelityCases,
  ...durabilityCases,
];
