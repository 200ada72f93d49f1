/** Tells watchers that something may have been appended: those of this journal directly, those of other tabs by broadcast. */

export type Wakes = Readonly<{
  tell: () => void;
  watch: (wake: () => void) => () => void;
  close: () => void;
}>;

/** No channel where the browser has none, or forbids it: other tabs then ask from time to time, as they must anyway. */
const channelNamed = (name: string): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
};

export const wakes = (name: string): Wakes => {
  const watchers = new Set<() => void>();
  const channel = channelNamed(name);
  const wakeAll = (): void => {
    for (const wake of watchers) queueMicrotask(wake);
  };
  if (channel !== undefined) channel.onmessage = wakeAll;
  return {
    tell: () => {
      wakeAll();
      channel?.postMessage('appended');
    },
    watch: (wake) => {
      // A function of its own, so that the same one may watch twice and stop twice.
      const own = (): void => wake();
      watchers.add(own);
      return () => void watchers.delete(own);
    },
    close: () => {
      watchers.clear();
      channel?.close();
    },
  };
};
