#!/usr/bin/env node
/** The `lienthong` command: ties the machine to `run`. */
import { machine } from './io.js';
import { run } from './run.js';

const interrupted = new AbortController();
process.on('SIGINT', () => interrupted.abort());
process.on('SIGTERM', () => interrupted.abort());

// Whoever read our output has gone (`| head`): there is nobody left to tell, and nothing went wrong.
const readerGone = (error: NodeJS.ErrnoException): void => process.exit(error.code === 'EPIPE' ? 0 : 3);
process.stdout.on('error', readerGone);
process.stderr.on('error', readerGone);

process.exit(await run(process.argv.slice(2), machine(process, interrupted.signal)));
