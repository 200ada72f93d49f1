/** What follows from events, one by one, so that each consequence sees what the last has changed; the close comes last. */
import type { NonEmpty } from '../fp.js';

type Consequence<Ev, S> = (event: Ev, now: S) => readonly Ev[];

export const following =
  <Ev, S>(
    evolve: (state: S, event: Ev) => S,
    consequences: readonly Consequence<Ev, S>[],
    closing: (now: S) => readonly Ev[],
  ) =>
  (events: NonEmpty<Ev>, state: S): readonly Ev[] => {
    const added: Ev[] = [];
    const queue: Ev[] = [...events];
    let now = state;
    const take = (more: readonly Ev[]): void => {
      for (const event of more) {
        now = evolve(now, event);
        added.push(event);
        queue.push(event);
      }
    };
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      for (const consequence of consequences) take(consequence(event, now));
    }
    take(closing(now));
    return added;
  };
