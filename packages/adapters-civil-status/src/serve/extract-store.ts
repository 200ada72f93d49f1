/** The extracts a served register can give out (kho trích lục điện tử), the newest version of each entry. */
import { createHash } from 'node:crypto';
import type { EntryPlace, SignedExtract } from '../extract.js';
import type { ExtractWire } from '../wire/extract.schema.js';

export type ExtractStore = Readonly<{
  /** Keeps an extract; a later version of the same entry takes its place. */
  put: (extract: Omit<SignedExtract, 'sha256'>) => void;
  find: (place: EntryPlace) => ExtractWire | undefined;
}>;

const nameOf = ({ book, number }: EntryPlace): string => JSON.stringify([book, number]);

export const extractStore = (): ExtractStore => {
  const kept = new Map<string, ExtractWire>();
  return {
    put: ({ bytes, ...said }) => {
      const name = nameOf(said);
      if ((kept.get(name)?.version ?? 0) > said.version) return;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(name, { ...said, sha256, document: Buffer.from(bytes).toString('base64') });
    },
    find: (place) => kept.get(nameOf(place)),
  };
};
