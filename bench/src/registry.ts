/** Every goal of performance, in its order. */
import type { Goal } from './goal.js';
import { goal as g01 } from './goals/01-memory-append.js';
import { goal as g02 } from './goals/02-command-cycle.js';
import { goal as g03 } from './goals/03-sqlite-append.js';
import { goal as g04 } from './goals/04-group-commit.js';
import { goal as g05 } from './goals/05-bulk-import.js';
import { goal as g06 } from './goals/06-stream-read.js';
import { goal as g07 } from './goals/07-replay.js';
import { goal as g08 } from './goals/08-postgres-append.js';
import { goal as g09 } from './goals/09-postgres-batching.js';
import { goal as g10 } from './goals/10-postgres-replay.js';
import { goal as g11 } from './goals/11-decoding.js';
import { goal as g12 } from './goals/12-results.js';
import { goal as g13 } from './goals/13-fold.js';
import { goal as g14 } from './goals/14-hash-chain.js';
import { goal as g15 } from './goals/15-property-tests.js';
import { goal as g16 } from './goals/16-ndjson.js';
import { goal as g17 } from './goals/17-growth.js';
import { goal as g18 } from './goals/18-core-load.js';

export const goals: readonly Goal[] = [
  g01,
  g02,
  g03,
  g04,
  g05,
  g06,
  g07,
  g08,
  g09,
  g10,
  g11,
  g12,
  g13,
  g14,
  g15,
  g16,
  g17,
  g18,
];
