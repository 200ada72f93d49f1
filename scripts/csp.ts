/**
 * Loads every public path of core in Chromium under `script-src 'self'`, reads nonsense with each schema, and fails on any violation:
 * no generated code, no Node built-in (the bundler refuses one). Needs a build.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium as browser } from 'playwright';
import { chromium } from './chromium.ts';
import { publicPackages, root } from './packages.ts';

type Seen = Readonly<{ exports: number; readers: number; violations: readonly string[] }>;

const paths = publicPackages().find(({ manifest }) => manifest.name === '@lienthong/core')?.paths ?? [];

/** What the page does. A schema would generate its decoder at the first reading, so reading nonsense once is enough. */
const page = `
${paths.map((path, i) => `import * as p${i} from '${path}';`).join('\n')}
const violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => violations.push(violatedDirective + ' ' + sourceFile));
const modules = [${paths.map((_, i) => `p${i}`).join(', ')}];
const readers = Object.entries(p${paths.indexOf('@lienthong/core/schema')}).filter(([name]) => /^(accept|read)[A-Z]/.test(name));
for (const [, read] of readers) read({});
requestAnimationFrame(() => { globalThis.seen = { exports: modules.flatMap(Object.keys).length, readers: readers.length, violations }; });`;

const bundled = await build({
  stdin: { contents: page, resolveDir: root },
  bundle: true,
  format: 'esm',
  platform: 'browser',
  write: false,
  logLevel: 'error',
});
const script = bundled.outputFiles[0]?.text ?? '';

const server = createServer(({ url }, answer) => {
  answer.setHeader('content-security-policy', "default-src 'none'; script-src 'self'");
  answer.setHeader('content-type', url === '/core.js' ? 'text/javascript' : 'text/html');
  answer.end(url === '/core.js' ? script : '<!doctype html><script type="module" src="/core.js"></script>');
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));

const chrome = await browser.launch(chromium);
try {
  const tab = await chrome.newPage();
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const result = await tab.waitForFunction('globalThis.seen', null, { timeout: 20_000 }).catch(() => undefined);
  const seen = (await result?.jsonValue()) as Seen | undefined;
  const faults = [...errors, ...(seen?.violations ?? ['the page never finished'])];
  if (seen?.readers === 0) faults.push('nothing was found that reads a stranger’s words');
  console.log(
    `${paths.length} paths, ${seen?.exports ?? 0} exports, ${seen?.readers ?? 0} readers under script-src 'self'`,
  );
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await chrome.close();
  server.close();
}
