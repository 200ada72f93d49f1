/** Another tab in the hand of a test: a worker that is given orders, and may be killed at any moment. */
import type { Expected, NewEvent } from '@lienthong/core';
import type { Acknowledged, WriterJob } from '@lienthong/testing/store-contract';
import type { IndexedDbJournalOptions } from '../indexed-db-journal.js';
import type { Answer } from '../writer.js';

export type TabOptions = Pick<IndexedDbJournalOptions, 'name' | 'patience'> & Readonly<{ locks?: null }>;

export type Order =
  | Readonly<{ kind: 'open'; options: TabOptions }>
  | Readonly<{ kind: 'append'; stream: string; expected: Expected; events: readonly NewEvent[] }>
  | Readonly<{ kind: 'write'; job: WriterJob }>;

export type Ack = Acknowledged & Readonly<{ causation: string }>;

export type Told =
  | Readonly<{ kind: 'done' }>
  | Readonly<{ kind: 'failed'; why: string }>
  | Readonly<{ kind: 'answered'; answer: Answer }>
  | (Readonly<{ kind: 'acknowledged' }> & Ack);

export type Tab = Readonly<{
  append: (stream: string, expected: Expected, events: readonly NewEvent[]) => Promise<Answer>;
  /** Writes to the end of its job; `onAck` hears each acknowledgement. */
  write: (job: WriterJob, onAck?: (ack: Ack) => void) => Promise<readonly Ack[]>;
  /** What was acknowledged so far. */
  acknowledged: readonly Ack[];
  kill: () => void;
}>;

export const aTab = async (options: TabOptions): Promise<Tab> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const acknowledged: Ack[] = [];

  const order = <K extends 'done' | 'answered'>(
    kind: K,
    asked: Order,
    onAck?: (ack: Ack) => void,
  ): Promise<Extract<Told, { kind: K }>> =>
    new Promise((tell, fail) => {
      worker.onerror = ({ message }) => fail(new Error(message));
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.kind === 'acknowledged') {
          acknowledged.push(data);
          onAck?.(data);
        } else if (data.kind === 'failed') fail(new Error(data.why));
        else if (data.kind === kind) tell(data as Extract<Told, { kind: K }>);
      };
      worker.postMessage(asked);
    });

  await order('done', { kind: 'open', options });
  return {
    append: async (stream, expected, events) =>
      (await order('answered', { kind: 'append', stream, expected, events })).answer,
    write: async (job, onAck) => {
      await order('done', { kind: 'write', job }, onAck);
      return acknowledged;
    },
    acknowledged,
    kill: () => worker.terminate(),
  };
};
