/** The roles of those who act on a case, in words; both groups have the same. */
import { say } from '@lienthong/core/messages';
import type { Text } from '../language.js';

const [vi, en] = [say('vi'), say('en')];

export const roleText = (role: string): Text => ({ vi: vi.role(role), en: en.role(role) });
