/** Where the time of a variant goes: the three functions that took most of it themselves (R52). */
import { Session } from 'node:inspector/promises';
import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Variant } from './measure.js';

const SHORTEST_MS = 400;
const IGNORED = new Set(['(root)', '(idle)', '(program)', 'post']);

type Call = Readonly<{ functionName: string; url: string; lineNumber: number; columnNumber: number }>;

const placeOf = ({ url, lineNumber, columnNumber }: Call): string => {
  if (!url.startsWith('file:')) return url;
  const path = fileURLToPath(url);
  const found = findSourceMap(path)?.findEntry(lineNumber, columnNumber);
  const source = found !== undefined && 'originalSource' in found ? found.originalSource : path;
  return source.split('/').slice(-2).join('/');
};

const nameOf = (call: Call): string => {
  // A loop that was inlined, and what the engine does in it, such as parsing, is counted as ours who call it.
  if (call.functionName === 'greatestCosts') return 'the loop itself, with JSON.parse and the like';
  const where = placeOf(call);
  return `${call.functionName || '(anonymous)'}${where === '' ? '' : ` (${where})`}`;
};

/** Runs a variant a little longer under the profiler. Answers the greatest costs as shares of the busy time. */
export const greatestCosts = async (variant: Variant, most = 3): Promise<readonly string[]> => {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    const selfTime = new Map<string, number>();
    for (let spent = 0, rounds = 0; spent < SHORTEST_MS && rounds < 20; rounds += 1) {
      const { work, tearDown } = await variant.setUp();
      await session.post('Profiler.start');
      const from = performance.now();
      await work();
      spent += performance.now() - from;
      const { profile } = await session.post('Profiler.stop');
      await tearDown?.();
      const byId = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
      for (const [index, id] of (profile.samples ?? []).entries()) {
        const call = byId.get(id);
        if (call === undefined || IGNORED.has(call.functionName)) continue;
        const name = nameOf(call);
        selfTime.set(name, (selfTime.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
      }
    }
    const busy = [...selfTime.values()].reduce((sum, time) => sum + time, 0);
    const greatest = [...selfTime].toSorted(([, a], [, b]) => b - a).slice(0, most);
    return greatest.map(([name, time]) => `${name} ${Math.round((100 * time) / busy)} %`);
  } finally {
    session.disconnect();
  }
};
