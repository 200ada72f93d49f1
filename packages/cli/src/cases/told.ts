/** What a command came to, for programs and for people. */
import type { Text } from '../language.js';
import type { Done } from './group.js';

/** Personal data stays out: events are told as they are read back, without what was sealed. */
export const doneJson = ({ events, ...done }: Done) => ({ ...done, events: events.map(({ facts }) => facts) });

export const doneLines = (say: (text: Text) => string, { events }: Done): readonly string[] =>
  events.map(({ text }) => say(text));
