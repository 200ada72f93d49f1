/**
 * The published OpenAPI document itself, for whoever has it: it may not be passed on with this package. `standard/published.ts`
 * is our own words of it; this is how one holds them against the other.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { parse } from 'yaml';

const pointer = (path: string): string => path.replaceAll('~', '~0').replaceAll('/', '~1');

/** Says what is wrong with a message posted to a path, or with the reply to it. */
export const documentAt = (file: string) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  (formatsPlugin as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'document', ...(parse(readFileSync(file, 'utf8')) as object) });
  const problem = (at: string, value: unknown): string | undefined => {
    const check = ajv.getSchema(`document#/${at}/content/application~1json/schema`);
    if (check === undefined) return `no schema at ${at}`;
    return check(value) === true ? undefined : ajv.errorsText(check.errors);
  };
  return {
    asked: (path: string, value: unknown) => problem(`paths/${pointer(path)}/post/requestBody`, value),
    replied: (path: string, value: unknown) =>
      problem(
        path.includes('/sync/') ? `paths/${pointer(path)}/post/responses/default` : 'components/responses/Response',
        value,
      ),
  };
};
