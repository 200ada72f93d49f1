/** Core as a module that plain Node can load: its sources, bundled on the spot, so that no script needs a build. */
import { build } from 'esbuild';
import { root } from './packages.ts';

/** What a file of core's sources exports; say its type with `typeof import('…')`. */
export const core = async <Module>(path: string): Promise<Module> => {
  const { outputFiles } = await build({
    entryPoints: [`${root}packages/core/src/${path}`],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@lienthong/source'],
    write: false,
    logLevel: 'error',
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${text}`)) as Module;
};
