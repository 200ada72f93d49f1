/** The answer where something was to be signed and the events do not hold: what was found, and that nothing was signed. */
import type { Finding } from '@lienthong/core/evidence';
import type { Answer, Context } from '../frame.js';
import type { Verification } from '../readings/verify.js';
import { findingText } from '../words/evidence.js';

export const nothingSigned = ({ say }: Context, { name, archive }: Verification, finding: Finding): Answer => {
  const { kind, because, at } = finding;
  return {
    exit: 1,
    json: { store: name, finding: { kind, because, ...at } },
    lines: [say(findingText(finding, archive)), say({ vi: 'Chưa ký gì.', en: 'Nothing was signed.' })],
  };
};
