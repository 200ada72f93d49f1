/** A word in both languages, and words by their codes. */
import type { Language } from '../law/explain.js';

export type Words = Readonly<Record<Language, string>>;
export type Named = Readonly<Record<string, Words>>;

export const words = (vi: string, en: string): Words => ({ vi, en });
