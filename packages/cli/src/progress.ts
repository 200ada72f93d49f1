/** A progress bar on one line of a terminal; where nobody watches, nothing is drawn. */
import { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io.js';

export type Progress = Readonly<{ show: (done: number, total: number, note: string) => void; end: () => void }>;

/** What is written here goes where messages go. */
const messages = (err: Io['err'], columns: number): Writable & { isTTY: boolean; columns: number } =>
  Object.assign(
    new Writable({
      decodeStrings: false,
      write: (text: string, _, done) => {
        err(text);
        done();
      },
    }),
    { isTTY: true, columns },
  );

export const progressOn = ({ err, watched, columns }: Pick<Io, 'err' | 'watched' | 'columns'>): Progress => {
  if (!watched) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: '[{bar}] {value}/{total}  {note}',
      stream: messages(err, columns),
      clearOnComplete: true,
      hideCursor: null,
      linewrap: null,
    },
    Presets.shades_classic,
  );
  return {
    show: (done, total, note) => {
      if (bar.isActive) bar.update(done, { note });
      else bar.start(total, done, { note });
    },
    end: () => {
      if (bar.isActive) bar.stop();
    },
  };
};
