/** Chromium's own levers, as its developer tools pull them. */
import { cdp } from 'vitest/browser';

type Protocol = Readonly<{ send: (method: string, params: unknown) => Promise<unknown> }>;

export const tell = (method: string, params: unknown): Promise<unknown> =>
  (cdp() as unknown as Protocol).send(method, params);
