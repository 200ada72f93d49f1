/** What both groups tell of a change, and how they keep a plain answer. */
import type { SaidAnswer } from '../requests/door.js';
import type { RequestIntended } from '../requests/events.js';

type Told = Readonly<{ type: string }>;

const isIntended = (event: Told, request: string): event is RequestIntended =>
  event.type === 'RequestIntended' && (event as RequestIntended).request === request;

/** Where a request was first intended: one that resumes another speaks of the same thing. */
export const firstIntended = (events: readonly Told[], request: string): number => {
  const at = events.findIndex((event) => isIntended(event, request));
  const { resumes } = (events[at] ?? {}) as Partial<RequestIntended>;
  return resumes === undefined ? at : firstIntended(events, resumes);
};

/** The change that a notice speaks of: the last of these before it was intended. */
export const lastChange = <Ev extends Told>(
  { events, request }: Readonly<{ events: readonly Ev[]; request: string }>,
  isChange: (event: Ev) => boolean,
): Ev | undefined => events.slice(0, firstIntended(events, request)).findLast(isChange);

/** An answer in which nothing concerns a person. */
export const plain = (answer: SaidAnswer['answer']): SaidAnswer => ({ answer });
