/** Writes the golden file of each event version that has none yet; never writes over one. See README.md. */
import { existsSync, writeFileSync } from 'node:fs';
import { canonical, type JsonObject } from '../src/evidence/canonical.js';
import { birthEventCodec } from '../src/linked/birth-case/events.codec.js';
import { samples } from './samples.js';

for (const event of Object.values(samples)) {
  const kept = birthEventCodec.keep(event);
  const file = `packages/core/golden/birth/${kept.type}.v${kept.schema}.json`;
  if (existsSync(file)) continue;
  writeFileSync(file, `${canonical(kept as unknown as JsonObject)}\n`, { flag: 'wx' });
  process.stdout.write(`${file}\n`);
}
