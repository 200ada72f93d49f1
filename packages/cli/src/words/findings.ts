/** What a replay found, in words. */
import type { Text } from '../language.js';
import type { Finding } from '../readings/replay.js';

const list = (items: readonly string[] = []): string => items.join(', ');

const whys: { readonly [W in Finding['why']]: (finding: Finding) => Text } = {
  'no-record': () => ({ vi: 'không có lệnh đi kèm', en: 'no record of the command that caused it' }),
  unreadable: ({ at }) => ({ vi: `không đọc được (${at ?? ''})`, en: `cannot be read (${at ?? ''})` }),
  'unknown-release': ({ at }) => ({
    vi: `không có bộ luật bản ${at ?? ''}`,
    en: `release ${at ?? ''} of the law book is not here`,
  }),
  'other-law-set': ({ at }) => ({
    vi: `bộ luật áp dụng ${at ?? ''} không khớp`,
    en: `the law set ${at ?? ''} is not the one recorded`,
  }),
  'would-refuse': ({ judged, recorded }) => ({
    vi: `đã ghi ${list(recorded)}, nay bị từ chối: ${list(judged)}`,
    en: `${list(recorded)} was recorded, and would be refused: ${list(judged)}`,
  }),
  'other-events': ({ judged, recorded }) => ({
    vi: `đã ghi ${list(recorded)}, nay cho ra ${list(judged)}`,
    en: `${list(recorded)} was recorded, and ${list(judged)} would come of it`,
  }),
};

export const findingText = (finding: Finding): Text => {
  const { vi, en } = whys[finding.why](finding);
  const place = `${finding.stream} @${finding.revision} ${finding.command}`;
  return { vi: `${place}: ${vi}`, en: `${place}: ${en}` };
};
