/** Plans of deaths: around the turns of their rulebooks, and often in the summer whose rates were known only in October 2026. */
import { deathRulebooks } from '@lienthong/core/law';
import { beginnings, planning, within } from '../plan.js';

const summer = within('2026-07-03', 80);

export const anyDeathPlan = planning(beginnings(deathRulebooks, summer, summer, within('2024-07-01', 900)));
