export {
  type ChainStep,
  type DeathDeadlines,
  type DeathDeadlinesAsked,
  type DeathLegDeadline,
  deathDeadlines,
  declaringDeathBy,
} from './deadlines.js';
