/** What a verification found and what it proves, in words. Nothing of an event but its place is ever told. */
import type { Because, Finding, FindingKind } from '@lienthong/core/evidence';
import type { Text } from '../language.js';

const becauses: Readonly<Record<Because, Text>> = {
  content: { vi: 'nội dung không khớp với mã băm', en: 'the event is not what its hash says' },
  previous: {
    vi: 'chuỗi băm bị đứt: không nối với sự kiện trước',
    en: 'the hash chain is broken: it does not follow the event before it',
  },
  revision: {
    vi: 'chuỗi băm bị đứt: thiếu, thừa hoặc sai thứ tự trong hồ sơ',
    en: 'the hash chain is broken: an event of its stream is missing, doubled or out of order',
  },
  position: { vi: 'sai thứ tự trong nhật ký', en: 'out of order in the journal' },
  'recorded-time': { vi: 'thời điểm ghi chạy lùi', en: 'recorded before the event in front of it' },
  count: { vi: 'số sự kiện không khớp', en: 'there are not as many events as were counted' },
  root: {
    vi: 'gốc Merkle không khớp: có sự kiện bị thêm, bớt, sửa hoặc đổi chỗ',
    en: 'the Merkle root does not match: events were added, taken away, changed or moved',
  },
  line: { vi: 'không phải một dòng ở dạng chuẩn', en: 'not a line in canonical form' },
  file: { vi: 'tệp hỏng hoặc bị cắt', en: 'the file is damaged or cut short' },
  digest: {
    vi: 'dòng đầu, hoặc vị trí của một sự kiện, đã bị sửa',
    en: 'this line, or the position of an event, was changed',
  },
  signature: { vi: 'chữ ký của một khóa tin cậy không đúng', en: 'the signature of a trusted key does not hold' },
  unsigned: { vi: 'không có chữ ký của khóa tin cậy nào', en: 'no trusted key signed it' },
  store: {
    vi: 'số liệu của kho không khớp: có thể đã mất sự kiện ở cuối',
    en: 'the store does not agree with its own counts: events may be missing at its end',
  },
};

const ends: Partial<Readonly<Record<FindingKind, Text>>> = {
  CHECKPOINT_REGRESSED: {
    vi: 'điểm kiểm soát nói có nhiều sự kiện hơn: phần cuối đã mất',
    en: 'a checkpoint tells of more events than there are: the end is gone',
  },
  FORK: {
    vi: 'điểm kiểm soát nói về một nhật ký khác: đã bị viết lại',
    en: 'a checkpoint tells of other events: the journal was written anew',
  },
};

export const becauseText = ({ kind, because }: Finding): Text => {
  if (kind === 'HEADER_MISMATCH' && because === 'line') {
    return { vi: 'không phải dòng đầu của tệp lưu trữ lienthong', en: 'not the first line of an archive of lienthong' };
  }
  return ends[kind] ?? becauses[because];
};

/** The line of an archive where it shows, from 1; none for what only the whole shows. */
export const lineOf = ({ kind, because, at }: Finding): number | undefined => {
  if (kind === 'HEADER_MISMATCH') return 1;
  const ofTheWhole: readonly FindingKind[] = ['ROOT_MISMATCH', 'CHECKPOINT_REGRESSED', 'FORK', 'SIGNATURE_INVALID'];
  return ofTheWhole.includes(kind) || because === 'file' ? undefined : at.index + 2;
};

/** Where it shows, in words; `archive` counts lines. */
export const findingText = (finding: Finding, archive: boolean): Text => {
  const { index, stream, revision, position } = finding.at;
  const line = archive ? lineOf(finding) : undefined;
  const event = [
    ...(stream === undefined ? [] : [`${stream}${revision === undefined ? '' : ` @${revision}`}`]),
    ...(position === undefined ? [] : [`position ${position}`]),
  ].join(', ');
  const where = {
    vi: [...(line === undefined ? [`sự kiện thứ ${index + 1}`] : [`dòng ${line}`]), ...(event === '' ? [] : [event])],
    en: [...(line === undefined ? [`event ${index + 1}`] : [`line ${line}`]), ...(event === '' ? [] : [event])],
  };
  const { vi, en } = becauseText(finding);
  if (finding.kind === 'SIGNATURE_INVALID') return { vi: `${finding.kind}: ${vi}`, en: `${finding.kind}: ${en}` };
  return {
    vi: `${finding.kind} ở ${where.vi.join(', ')}: ${vi}`,
    en: `${finding.kind} at ${where.en.join(', ')}: ${en}`,
  };
};
