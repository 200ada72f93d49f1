/** Every property runs as often as the configuration says; a single one may ask for more, never for less. */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    runs: number;
    repeat?: number;
  }
}

fc.configureGlobal({ numRuns: inject('runs') });
