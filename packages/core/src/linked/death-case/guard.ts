/** The gate of the death case: its table, its offices and the legs each works on. */
import { type Gate, legOfCommand as legIn } from '../../application/index.js';
import { type DeathLeg, deathGroup, provision } from '../../law/index.js';
import type { DeathCommand } from './commands.js';
import { deathCommandTable } from './table.js';

export const deathGate: Gate<DeathLeg> = {
  group: deathGroup,
  table: deathCommandTable,
  bound: {
    'civil-status-officer': ['death'],
    'commune-leader': ['death'],
    clerk: ['death'],
    'residence-officer': ['residence'],
    'insurance-officer': ['funeral', 'survivor'],
    'social-officer': ['funeral'],
    'merit-officer': ['funeral'],
  },
  declarants: provision.deathDeclarants,
  bundles: provision.deathBundles,
};

/** The leg a command is about; `undefined` when it is about the case. */
export const legOfCommand = (command: DeathCommand): DeathLeg | undefined => legIn(deathCommandTable, command);
