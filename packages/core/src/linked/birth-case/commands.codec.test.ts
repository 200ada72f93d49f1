import { anyBirthCommandOf, birthCommandTypes } from '@lienthong/testing';
import { keepsCommands } from '../harness/keeping-commands.js';
import { birthCommandCodec, birthCommandForms, recallCommand } from './commands.codec.js';
import type { BirthCommand } from './commands.js';

keepsCommands<BirthCommand>('birth', {
  types: birthCommandTypes,
  anyOf: anyBirthCommandOf,
  codec: birthCommandCodec,
  forms: birthCommandForms,
  recall: recallCommand,
});
