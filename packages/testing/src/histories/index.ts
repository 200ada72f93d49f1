export { type Dice, dice } from './dice.js';
export { finish } from './finish.js';
export { anyPlan, type Plan } from './plan.js';
export { type History, playOut, retired, type Step } from './play-out.js';
