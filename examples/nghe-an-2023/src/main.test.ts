import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { play, told } from './main.js';

describe('the first week in Nghệ An', () => {
  it('is played into a file, and nothing is lost or done twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nghe-an-test-'));
    const played = await play(join(folder, 'week.db'))();
    rmSync(folder, { recursive: true });
    if (E.isLeft(played)) throw new Error(played.left.kind);
    expect(played.right).toMatchObject({ received: { total: 34, birth: 30, death: 4 }, lost: 0, duplicatedEffects: 0 });
    expect(told(played.right)).toContain('30 births and 4 deaths filed from 2023-07-10 to 2023-07-16');
  }, 60_000);
});
