import { anyDeathCommandOf, deathCommandTypes } from '@lienthong/testing';
import { keepsCommands } from '../harness/keeping-commands.js';
import { deathCommandCodec, deathCommandForms, recallDeathCommand } from './commands.codec.js';
import type { DeathCommand } from './commands.js';

keepsCommands<DeathCommand>('death', {
  types: deathCommandTypes,
  anyOf: anyDeathCommandOf,
  codec: deathCommandCodec,
  forms: deathCommandForms,
  recall: recallDeathCommand,
});
