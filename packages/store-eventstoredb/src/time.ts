/** Waiting, and not waiting for ever. */

export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

export const LATE: unique symbol = Symbol('late');

/** What the work comes to, or `LATE`; what comes after that is heard by nobody, and troubles nobody. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T | typeof LATE> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((tell) => {
    timer = setTimeout(() => tell(LATE), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
