import { BIRTH_PURPOSES } from '@lienthong/core/requests';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { wireOf } from '../trial/birth-wires.js';
import { agencyOf } from '../trial/wires.js';
import { openApiOf, schemaNameOf } from './open-api.js';
import type { AgencyWire } from './purpose-wire.js';

const all: AgencyWire = { agency: 'all', title: 'All', version: '1.0.0', purposes: BIRTH_PURPOSES.map(wireOf) };

describe('an OpenAPI document', () => {
  it.each([
    ['with a login', agencyOf('queryable'), { tokenPath: '/oauth/token', server: 'https://agency.test/v1' }],
    ['without one', agencyOf('neither'), {}],
    ['of many purposes', all, { tokenPath: '/oauth/token' }],
  ] as const)('%s is valid OpenAPI 3.1', async (_, agency, more) => {
    const document = openApiOf(agency, more);
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      structuredClone(document) as Parameters<typeof validator.validate>[0],
    );
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('names the operations of each purpose, and a look-up only where there is one', () => {
    const paths = Object.keys(openApiOf(agencyOf('queryable'))['paths'] as object);
    expect(paths).toEqual([
      '/cards',
      '/cards/{key}',
      '/cards/replies',
      '/cards/replies/confirm',
      '/births/changes',
      '/births/changes/replies',
      '/births/changes/replies/confirm',
    ]);
    expect(openApiOf(agencyOf('keyed'))['paths']).not.toHaveProperty(['/cards/{key}']);
  });

  it('says what is sent and answered as the schemas do that read it', () => {
    expect(openApiOf(agencyOf('keyed'))).toMatchObject({
      components: {
        schemas: {
          CardsContent: { type: 'object', required: ['name'], additionalProperties: false },
          CardsReply: {
            oneOf: [
              {
                properties: { kind: { enum: ['answered'] }, answer: { properties: { outcome: { enum: ['issued'] } } } },
              },
              { properties: { kind: { enum: ['progress'] } } },
              { properties: { kind: { enum: ['acknowledged'] } } },
            ],
          },
        },
      },
    });
  });

  it('points nowhere that does not exist', () => {
    const document = openApiOf(all, { tokenPath: '/oauth/token' });
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(refs.length).toBeGreaterThan(50);
    for (const path of refs) {
      const found = path
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
      expect(found, path).toBeDefined();
    }
  });

  it('names schemas after paths', () => expect(schemaNameOf('/births/tell-changes')).toBe('BirthsTellChanges'));
});
