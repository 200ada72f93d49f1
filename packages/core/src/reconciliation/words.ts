/** What reconciliation finds and why, in words (lời của đối soát): every code in Vietnamese and English. */
import type { Language } from '../law/explain.js';
import { type Words, words } from '../words/vocabulary.js';
import type { Confidence, FindingCause, FindingKind } from './finding.js';
import type { NameRule } from './match-names.js';
import type { PersonRule, Verdict } from './match-people.js';
import type { RegisterName } from './register-record.js';

const kinds: Readonly<Record<FindingKind, Words>> = {
  'entry-missing': words(
    'đã đăng ký nhưng không có trong sổ hộ tịch',
    'registered, and not in the civil status register',
  ),
  'number-missing': words(
    'đã có số định danh nhưng không có trong CSDL dân cư',
    'numbered, and not in the population database',
  ),
  'child-without-residence': words('trẻ đã khai sinh nhưng chưa có thường trú', 'a registered child without residence'),
  'child-without-card': words('trẻ đã khai sinh nhưng chưa có thẻ BHYT', 'a registered child without a health card'),
  'dead-still-resident': words(
    'người đã chết vẫn còn đăng ký thường trú',
    'a dead person who is still registered as resident',
  ),
  'dead-unpaid': words('đã chết, trợ cấp chưa chi trả đủ', 'a death whose benefit is not wholly paid'),
  'paid-too-much': words('chi trả nhiều hơn mức đã quyết định', 'more was paid than was decided'),
  'dead-still-drawing': words(
    'người đã chết vẫn hưởng trợ cấp hằng tháng',
    'a dead person who still draws an allowance',
  ),
  'numbers-differ': words('số định danh không khớp giữa các sổ', 'personal numbers that differ between registers'),
  'duplicate-cases': words('nghi hai hồ sơ cho một người', 'two cases that seem to be about one person'),
  'duplicate-records': words('nghi hai bản ghi cho một người', 'two records that seem to be about one person'),
  'one-record-two-people': words('một bản ghi cho hai người', 'one record for two people'),
  'unknown-record': words('bản ghi không có hồ sơ nào trong sổ theo dõi', 'a record that no case in the journal knows'),
};

const causes: Readonly<Record<FindingCause, Words>> = {
  'record-missing': words('hồ sơ ghi đã xong', 'the case says it was done'),
  'record-standing': words('hồ sơ ghi đã xóa hoặc dừng', 'the case says it was ended'),
  'under-way': words('đã yêu cầu, quá lâu chưa xong', 'asked for, and under way for too long'),
  'not-asked': words('chưa ai yêu cầu', 'nobody has asked for it'),
  outstanding: words('đã quyết định, chưa chi trả', 'decided, and outstanding'),
  'sums-differ': words('số tiền hai bên khác nhau', 'the sums of the two sides differ'),
  'one-slip': words('sai một chữ số', 'one digit was mistyped'),
  'former-number': words('còn dùng số cũ đã hủy', 'a cancelled number is still in use'),
  'other-number': words('số khác hẳn', 'another number altogether'),
  'same-person': words('cùng một người', 'the same person'),
  'other-persons-number': words('mang số của người khác', 'it bears somebody else’s number'),
  'fits-both': words('khớp cả hai người', 'it fits both'),
  'no-such-case': words('mã hồ sơ không có trong kho', 'the case it names is not in the store'),
  'nobody-known': words('không khớp hồ sơ nào', 'it fits no case'),
};

const confidences: Readonly<Record<Confidence, Words>> = {
  certain: words('chắc chắn', 'certain'),
  likely: words('có khả năng', 'likely'),
  doubtful: words('chưa chắc', 'doubtful'),
};

const verdicts: Readonly<Record<Verdict, Words>> = {
  same: words('cùng một người', 'the same person'),
  likely: words('có thể cùng một người', 'likely the same person'),
  unlikely: words('ít khả năng cùng một người', 'hardly the same person'),
  different: words('hai người khác nhau', 'different people'),
};

const registers: Readonly<Record<RegisterName, Words>> = {
  'civil-status-birth': words('sổ đăng ký khai sinh', 'register of births'),
  'civil-status-death': words('sổ đăng ký khai tử', 'register of deaths'),
  population: words('CSDL quốc gia về dân cư', 'population database'),
  residence: words('CSDL về cư trú', 'residence register'),
  'health-card': words('thẻ bảo hiểm y tế', 'health cards'),
  payment: words('sổ chi trả', 'payments'),
  allowance: words('sổ trợ cấp hằng tháng', 'monthly allowances'),
};

const nameRules: Readonly<Record<NameRule, Words>> = {
  compared: words('so hai họ tên', 'two names compared'),
  'i-for-y': words('i thay cho y', 'i for y'),
  'd-for-đ': words('d thay cho đ', 'd for đ'),
  'tone-lost': words('mất dấu thanh', 'a tone mark lost'),
  'marks-lost': words('mất dấu chữ', 'a mark of a letter lost'),
  'tone-differs': words('khác dấu thanh', 'another tone mark'),
  'marks-differ': words('khác dấu chữ', 'another mark on a letter'),
  slip: words('lỗi gõ một chữ', 'one slip of the typist'),
  'slip-in-short-word': words('khác một chữ trong tên ngắn', 'one letter of a short name differs'),
  initial: words('viết tắt', 'an initial'),
  'words-joined': words('viết liền hai tiếng', 'two words written as one'),
  'middle-missing': words('thiếu chữ đệm', 'a middle name missing'),
  'filler-missing': words('thiếu chữ đệm văn hoặc thị', 'văn or thị missing'),
  'middle-differs': words('khác chữ đệm', 'another middle name'),
  'word-differs': words('khác tiếng', 'another word'),
  'word-missing': words('thiếu họ hoặc tên', 'surname or given name missing'),
  'losses-limited': words('mất dấu chỉ trừ đến mức nhất định', 'lost marks count only so much'),
  'word-order': words('đảo thứ tự họ và tên', 'the words stand in another order'),
  'nothing-left': words('không dưới không', 'not below nothing'),
};

const personRules: Readonly<Record<PersonRule, Words>> = {
  'number-equal': words('cùng số định danh', 'the same number'),
  'number-former': words('số định danh cũ đã thay', 'a number that was replaced'),
  'number-one-slip': words('số định danh sai một chữ số', 'the number, but for one slip'),
  'number-absent': words('không có số để so', 'no number to compare'),
  'number-differs': words('khác số định danh', 'another number'),
  'name-equal': words('cùng họ tên', 'the same name'),
  'name-close': words('họ tên rất gần', 'nearly the same name'),
  'name-similar': words('họ tên gần giống', 'a similar name'),
  'name-doubtful': words('họ tên hơi giống', 'a name somewhat alike'),
  'name-weak': words('họ tên ít giống', 'a name little alike'),
  'name-differs': words('khác họ tên', 'another name'),
  'name-absent': words('không có họ tên để so', 'no name to compare'),
  'born-equal': words('cùng ngày sinh', 'born on the same day'),
  'born-day-month-swapped': words('đảo ngày và tháng sinh', 'day and month of birth swapped'),
  'born-one-digit': words('ngày sinh sai một chữ số', 'one digit of the birth date differs'),
  'born-year-only': words('cùng năm sinh', 'born in the same year'),
  'born-same-year': words('cùng năm, khác ngày sinh', 'the same year, another day'),
  'born-differs': words('khác ngày sinh', 'born on another day'),
  'born-absent': words('không có ngày sinh để so', 'no birth date to compare'),
  'sex-equal': words('cùng giới tính', 'the same sex'),
  'sex-differs': words('khác giới tính', 'another sex'),
  'sex-absent': words('không có giới tính để so', 'no sex to compare'),
  'place-equal': words('cùng nơi cư trú', 'the same commune'),
  'place-merged': words('nơi cư trú đã sáp nhập', 'communes that were merged'),
  'place-differs': words('khác nơi cư trú', 'another commune'),
  'place-absent': words('không có nơi cư trú để so', 'no commune to compare'),
  'mother-agrees': words('cùng mẹ', 'the same mother'),
  'mother-differs': words('khác mẹ', 'another mother'),
  'mother-absent': words('không có mẹ để so', 'no mother to compare'),
  'father-agrees': words('cùng cha', 'the same father'),
  'father-differs': words('khác cha', 'another father'),
  'father-absent': words('không có cha để so', 'no father to compare'),
  twins: words('hai trẻ sinh đôi', 'twins'),
  'nothing-left': words('không dưới không', 'not below nothing'),
  'nothing-more': words('không quá một nghìn', 'not above a thousand'),
};

export const sayOfReconciliation = (language: Language) => ({
  kind: (kind: FindingKind): string => kinds[kind][language],
  cause: (cause: FindingCause): string => causes[cause][language],
  confidence: (confidence: Confidence): string => confidences[confidence][language],
  verdict: (verdict: Verdict): string => verdicts[verdict][language],
  register: (register: RegisterName): string => registers[register][language],
  nameRule: (rule: NameRule): string => nameRules[rule][language],
  personRule: (rule: PersonRule): string => personRules[rule][language],
});
