/** The hospitals' notices on their way (giấy chứng sinh, giấy báo tử): written into the journal, and known to the cases that wait. */
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  type Fault,
  type HandleEnv,
  handle,
  type OutcomeUnknown,
} from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Sent, VirtualClock } from '../agencies/index.js';
import type { Agenda } from './agenda.js';
import { upToTick } from './ticks.js';

/** A notice whose data say whether it was signed. */
type Noticing = Command<string, Readonly<{ signed: boolean }>>;

export type Notices = Readonly<{
  of: (code: string) => Readonly<{ signed: boolean }> | undefined;
  /** A case waits for this notice; `sent` is asked once, and `heard` each time something came. */
  await: <C extends Noticing, Ev extends DomainEvent, S, R extends string>(
    notice: Readonly<{
      code: string;
      kind: CaseKind<C, Ev, S, R>;
      sent: () => readonly Sent<C>[];
      heard: () => void;
    }>,
  ) => void;
  /** What could not be written. */
  broken: () => Fault | OutcomeUnknown | undefined;
}>;

export const createNotices = ({
  agenda,
  env,
  clock,
}: Readonly<{ agenda: Agenda; env: HandleEnv; clock: VirtualClock }>): Notices => {
  const known = new Map<string, Readonly<{ signed: boolean }>>();
  const waiting = new Map<string, readonly (() => void)[]>();
  let broken: Fault | OutcomeUnknown | undefined;

  return {
    of: (code) => known.get(code),
    await: ({ code, kind, sent, heard }) => {
      const others = waiting.get(code);
      waiting.set(code, [...(others ?? []), heard]);
      if (others !== undefined) return;
      for (const { at, stream, command } of sent()) {
        const run = async (): Promise<void> => {
          const done = await handle(env)(kind)(stream, { ...command, at: clock.now() })();
          if (E.isLeft(done)) broken = done.left;
          known.set(code, { signed: command.data.signed });
          for (const tell of waiting.get(code) ?? []) tell();
        };
        agenda.add({ at: upToTick(at), lane: stream, name: 'notice', run });
      }
    },
    broken: () => broken,
  };
};
