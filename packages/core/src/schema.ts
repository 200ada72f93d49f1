/** The schemas of what strangers send, apart from the rules, so that whoever needs only the rules loads no zod. */
export { LINE, PARAGRAPH } from './borders/received.schema.js';
export { acceptLawPack, lawPackJsonSchema } from './law/pack.schema.js';
export { commandJsonSchema, readCommand } from './linked/birth-case/commands.schema.js';
export { declarationJsonSchema, declarationProblems, readDeclaration } from './linked/birth-case/declaration.schema.js';
export { applyData, type ReceivedDeclaration } from './linked/birth-case/declaration-parts.js';
export { deathCommandJsonSchema, readDeathCommand } from './linked/death-case/commands.schema.js';
export {
  deathDeclarationJsonSchema,
  deathDeclarationProblems,
  readDeathDeclaration,
} from './linked/death-case/declaration.schema.js';
export { deathApplyData, type ReceivedDeathDeclaration } from './linked/death-case/declaration-parts.js';
export { benefitCaseJsonSchema, readBenefitCase } from './survivor-benefit/case.schema.js';
