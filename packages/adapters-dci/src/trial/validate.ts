/** Whether a message is of the standard's form: ajv over our words of it, patched. For tests alone. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { type Patch, patched, patches } from '../standard/patches.js';
import { type MessageName, published } from '../standard/published.js';

export type Validate = (name: MessageName, message: unknown) => string | undefined;

/** Answers what is wrong, or nothing. */
export const validator = (some: readonly Patch[] = patches): Validate => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formatsPlugin as unknown as (to: Ajv2020) => void)(ajv);
  const document = patched(published, some);
  ajv.addSchema(document);
  return (name, message) => {
    const check = ajv.getSchema(`${document['$id']}#/$defs/${name}`);
    if (check === undefined) return `no schema of ${name}`;
    return check(message) === true ? undefined : ajv.errorsText(check.errors);
  };
};
