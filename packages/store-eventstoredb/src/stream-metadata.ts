/** The metadata by which a server forgets: a register's streams must bear none of them. */
import type { Recorded } from './driver.js';

/** Keys that hide or remove events, as they stand in a stream's metadata. */
const FORGETTING = ['$maxAge', '$maxCount', '$tb'] as const;
export type Forgetting = (typeof FORGETTING)[number];

export const metastreamOf = (stream: string): string => `$$${stream}`;

/** Which of these keys the metadata bear. */
export const forgettingIn = ({ json }: Pick<Recorded, 'json'>): readonly Forgetting[] =>
  typeof json === 'object' && json !== null ? FORGETTING.filter((key) => Object.hasOwn(json, key)) : [];
