/** Writes the golden file of each event version that has none yet; never writes over one. See README.md. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { canonical, type JsonObject } from '../src/evidence/canonical.js';
import type { Kept } from '../src/kernel/index.js';
import { birthEventCodec } from '../src/linked/birth-case/events.codec.js';
import { deathEventCodec } from '../src/linked/death-case/events.codec.js';
import { deathSamples } from './death-samples.js';
import { samples } from './samples.js';

const write = (group: string, all: readonly Kept[]): void => {
  const folder = `packages/core/golden/${group}`;
  mkdirSync(folder, { recursive: true });
  for (const kept of all) {
    const file = `${folder}/${kept.type}.v${kept.schema}.json`;
    if (existsSync(file)) continue;
    writeFileSync(file, `${canonical(kept as unknown as JsonObject)}\n`, { flag: 'wx' });
    process.stdout.write(`${file}\n`);
  }
};

write('birth', Object.values(samples).map(birthEventCodec.keep));
write('death', Object.values(deathSamples).map(deathEventCodec.keep));
