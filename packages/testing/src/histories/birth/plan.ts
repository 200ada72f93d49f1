/** Plans of births: around the turns of their rulebooks, and often in the year of the identity card. */
import { rulebooks } from '@lienthong/core/law';
import { beginnings, planning, within } from '../plan.js';

export const anyPlan = planning(beginnings(rulebooks, within('2026-09-01', 400)));
