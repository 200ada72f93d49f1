/** The bundle's door: the bench itself, or one of its worker threads. */
import { isMainThread } from 'node:worker_threads';
import { main } from './main.js';
import { replayPart } from './replay-worker.js';

if (isMainThread) await main();
else await replayPart();
