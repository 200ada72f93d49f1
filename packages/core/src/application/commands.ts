/** Orders about an application as a whole, in either group. Filing itself is each group's own: its declaration differs. */
import type { LegName, SchedulingCommand } from '../dossier/index.js';
import type { Command } from '../kernel/index.js';
import type { SupportCommand } from '../support/index.js';
import type { RecordAlias } from './aliases.js';

export type RecordFee = Command<'RecordFee', Readonly<{ amount: number; purpose: string }>>;
export type WithdrawLeg<L extends LegName = LegName> = Command<'WithdrawLeg', Readonly<{ leg: L }>>;
export type WithdrawCase = Command<'WithdrawCase', Readonly<Record<never, never>>>;

export type ApplicationCommand<L extends LegName = LegName> =
  | RecordFee
  | WithdrawLeg<L>
  | WithdrawCase
  | RecordAlias
  | SchedulingCommand<L>
  | SupportCommand;
