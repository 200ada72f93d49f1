/** What is to happen when (lịch việc): a queue by moment, and within a moment by name, so that every run takes the same order. */
import type { Instant } from '@lienthong/core';

export type Task = Readonly<{
  at: Instant;
  /** Tasks of one lane follow each other; lanes of one moment run side by side. */
  lane: string;
  name: string;
  run: () => Promise<void>;
}>;

export type Agenda = Readonly<{
  add: (task: Task) => void;
  nextAt: () => Instant | undefined;
  /** Takes out what is due, lane by lane. */
  due: (now: Instant) => readonly (readonly Task[])[];
}>;

const before = (a: Task, b: Task): number => {
  const one = `${a.at} ${a.lane} ${a.name}`;
  const other = `${b.at} ${b.lane} ${b.name}`;
  return one < other ? -1 : one > other ? 1 : 0;
};

export const createAgenda = (): Agenda => {
  const byMoment = new Map<Instant, Task[]>();
  const moments: Instant[] = [];

  /** Moments are kept in descending order, so that the next one is taken from the end. */
  const place = (at: Instant): number => {
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moments[middle] as Instant) > at) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add: (task) => {
      const known = byMoment.get(task.at);
      if (known !== undefined) {
        known.push(task);
        return;
      }
      byMoment.set(task.at, [task]);
      moments.splice(place(task.at), 0, task.at);
    },
    nextAt: () => moments.at(-1),
    due: (now) => {
      const tasks: Task[] = [];
      for (let at = moments.at(-1); at !== undefined && at <= now; at = moments.at(-1)) {
        tasks.push(...(byMoment.get(at) ?? []));
        byMoment.delete(at);
        moments.pop();
      }
      const lanes = new Map<string, Task[]>();
      for (const task of tasks.sort(before)) lanes.set(task.lane, [...(lanes.get(task.lane) ?? []), task]);
      return [...lanes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
    },
  };
};
