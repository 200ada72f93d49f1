/** The gate of the birth case: its table, its offices and the legs each works on. */
import { type Gate, legOfCommand as legIn } from '../../application/index.js';
import { birthGroup, provision } from '../../law/index.js';
import type { BirthCommand } from './commands.js';
import type { BirthLeg } from './events.js';
import { commandTable } from './table.js';

export const birthGate: Gate<BirthLeg> = {
  group: birthGroup,
  table: commandTable,
  bound: {
    'civil-status-officer': ['birth'],
    'commune-leader': ['birth'],
    clerk: ['birth'],
    'residence-officer': ['residence'],
    'insurance-officer': ['card'],
    'identity-officer': ['identity-card'],
  },
  declarants: provision.declarants,
  bundles: provision.legsOnOffer,
};

/** The leg a command is about; `undefined` when it is about the case. */
export const legOfCommand = (command: BirthCommand): BirthLeg | undefined => legIn(commandTable, command);
