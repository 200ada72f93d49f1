import { anyFamily } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, type LogFields, type LogLine, REDACTED } from './log.js';

const written = () => {
  const lines: LogLine[] = [];
  return { lines, log: createLog({ write: (line) => void lines.push(line) }) };
};

const FIELDS: readonly (keyof LogFields)[] = [
  ...(['case', 'key', 'stream', 'request', 'purpose', 'agency', 'code', 'trace', 'at'] as const),
  ...(['attempt', 'status', 'count', 'ms'] as const),
];

/** Every text and number in a value, however deep. */
const leaves = (value: unknown): readonly (string | number)[] => {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

const flat = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const written4 = (text: string): readonly string[] => [text, text.toLowerCase(), text.toUpperCase(), flat(text)];

describe('the log (nhật ký vận hành)', () => {
  it('writes coded fields as they are', () => {
    const { lines, log } = written();
    const id = '6ba7b810-9dad-51d1-80b4-00c04fd430c8';
    log.info('request-answered', {
      case: id,
      key: id,
      request: 'issue-card#1',
      purpose: 'issue-card',
      agency: 'social-insurance',
      code: 'issued',
      attempt: 2,
      ms: 41,
    });
    expect(lines).toEqual([
      {
        level: 'info',
        event: 'request-answered',
        case: id,
        key: id,
        request: 'issue-card#1',
        purpose: 'issue-card',
        agency: 'social-insurance',
        code: 'issued',
        attempt: 2,
        ms: 41,
      },
    ]);
  });

  it('redacts whatever does not fit its field', () => {
    const { lines, log } = written();
    log.warn('Nguyễn Thị An', { agency: 'an', case: '040192012345', code: 'Nguyen Van An', ms: 40_192_012_345 });
    expect(lines).toEqual([
      { level: 'warn', event: REDACTED, case: REDACTED, agency: REDACTED, code: REDACTED, ms: REDACTED },
    ]);
  });

  it('writes no word and no number of any person, wherever somebody puts it', () => {
    fc.assert(
      fc.property(anyFamily, fc.constantFrom(...FIELDS), (family, field) => {
        const { lines, log } = written();
        const personal = leaves(family).filter(
          (leaf) => String(leaf).length > 1 && leaf !== 'male' && leaf !== 'female',
        );
        const texts = personal.flatMap((leaf): readonly (string | number)[] =>
          typeof leaf === 'string' ? written4(leaf) : [leaf],
        );
        for (const leaf of texts) {
          const put = { [field]: leaf } as LogFields;
          log.info('request-sent', put);
          log.thrown('request-failed', new Error(String(leaf)), put);
          log.thrown(String(leaf), Object.assign(new Error('x'), { name: String(leaf) }));
        }
        const counts = ['attempt', 'status', 'count', 'ms'].includes(field);
        const coded = ['info', 'error', 'Error', 'request-sent', 'request-failed', REDACTED];
        const leaked = lines.flatMap((line) =>
          Object.values(line).filter((value) =>
            typeof value === 'number' ? !counts || Math.abs(value) >= 1e10 : !coded.includes(value),
          ),
        );
        expect(leaked).toEqual([]);
        expect(lines).toHaveLength(texts.length * 3);
      }),
    );
  });

  it('survives a line that cannot be written, and an error that cannot be read', () => {
    const log = createLog({
      write: () => {
        throw new Error('full');
      },
    });
    const trap = new Proxy(new Error('x'), {
      get: () => {
        throw new Error('no');
      },
    });
    expect(() => log.thrown('request-failed', trap)).not.toThrow();
  });
});
