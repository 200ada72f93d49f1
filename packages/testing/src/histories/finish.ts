/** The shortest way to the end of a case, taken by people who only want it closed: what stands in the way is done next. */
import { type Actor, type Command, consequentId, type Decider, type Instant, later } from '@lienthong/core';
import { E } from '@lienthong/core/fp';

type Order<C extends Command> = Readonly<Pick<C, 'type' | 'data'>>;

/** Closed; or where it is stuck, and what was refused there. */
export type Finished<S, Ev> = Readonly<{ closed: boolean; state: S; events: readonly Ev[]; stuck?: string }>;

/** More than the longest way there is. */
const PATIENCE = 60;

export const finished = <C extends Command, Ev, S, R extends string>(
  decider: Decider<C, Ev, S, R>,
  { state, now }: Readonly<{ state: S; now: Instant }>,
  {
    closed,
    next,
    usually,
    happened,
  }: Readonly<{
    closed: (state: S) => boolean;
    next: (state: S, now: Instant) => Order<C>;
    usually: (order: Order<C>, state: S) => Actor;
    happened?: (order: Order<C>) => void;
  }>,
): Finished<S, Ev> => {
  let reached = state;
  const events: Ev[] = [];
  for (let steps = 1; steps <= PATIENCE; steps += 1) {
    if (closed(reached)) return { closed: true, state: reached, events };
    const moment = later(now, steps * 60_000);
    const order = next(reached, moment);
    const command = {
      id: consequentId(`finish/${moment}`),
      at: moment,
      actor: usually(order, reached),
      ...order,
    } as unknown as C;
    const decided = decider.decide(command, reached);
    if (E.isLeft(decided)) {
      const reasons = decided.left.map(({ reason }) => reason).join(', ');
      return { closed: false, state: reached, events, stuck: `${command.type}: ${reasons}` };
    }
    events.push(...decided.right);
    happened?.(order);
    reached = decided.right.reduce(decider.evolve, reached);
  }
  return { closed: closed(reached), state: reached, events, stuck: 'out of patience' };
};

/** A request of this purpose that is still to be answered. */
export const owedRequest = (
  requests: Readonly<Record<string, Readonly<{ request: string; purpose: string; status: string }>>>,
  purpose: string,
): string | undefined =>
  Object.values(requests).find((request) => request.purpose === purpose && request.status !== 'answered')?.request;
