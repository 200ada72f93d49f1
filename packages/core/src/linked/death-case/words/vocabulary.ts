/** Coded words of a death case as people say them, Vietnamese and English. */
import type { BenefitName, BenefitRejection } from '../../../benefit/index.js';
import type { DeathRefusalReason } from '../../../death-registration/index.js';
import type { Span } from '../../../dossier/events.js';
import type { BenefitPaper, DeathLeg, DecidingBody, FuneralClass, Payer } from '../../../law/index.js';
import type { MonthlyAllowance } from '../../../payment/index.js';
import { type Named, speech, type Words, words } from '../../../words/vocabulary.js';
import type { DeathLegOutcome } from '../events.js';

export const spans: Readonly<Record<Span<DeathLeg>, Words>> = {
  death: words('đăng ký khai tử', 'the death registration'),
  residence: words('xóa đăng ký thường trú', 'the deletion of the residence'),
  funeral: words('mai táng phí', 'the funeral benefit'),
  survivor: words('trợ cấp tuất', 'the survivor benefit'),
  whole: words('toàn bộ hồ sơ', 'the whole application'),
};

export const ends: Readonly<Record<DeathLegOutcome, Words>> = {
  done: words('đã xong', 'done'),
  refused: words('bị từ chối', 'refused'),
  withdrawn: words('đã rút', 'withdrawn'),
  'not-reached': words('không thực hiện', 'not reached'),
  stopped: words('đã dừng giải quyết', 'stopped'),
  outside: words('giải quyết ngoài nhóm liên thông', 'asked for outside the bundle'),
};

export const benefits: Readonly<Record<BenefitName, Words>> = {
  funeral: words('mai táng phí', 'the funeral benefit'),
  'merit-lump': words('trợ cấp một lần', 'the lump of three months'),
  survivor: words('trợ cấp tuất', 'the survivor benefit'),
};

export const payers: Readonly<Record<Payer, Words>> = {
  'social-insurance': words('cơ quan bảo hiểm xã hội', 'social insurance'),
  'social-protection': words('cơ quan bảo trợ xã hội', 'social protection'),
  merit: words('cơ quan người có công', 'the authority for people with merit'),
};

export const bodies: Readonly<Record<DecidingBody, Words>> = {
  commune: words('Ủy ban nhân dân cấp xã', 'the commune'),
  district: words('cấp huyện', 'the district'),
  province: words('cấp tỉnh', 'the province'),
  'social-insurance': words('cơ quan bảo hiểm xã hội', 'social insurance'),
};

export const drawn: Readonly<Record<MonthlyAllowance, Words>> = {
  merit: words('trợ cấp ưu đãi hằng tháng', 'the monthly merit allowance'),
  social: words('trợ cấp xã hội hằng tháng', 'the monthly social allowance'),
  pension: words('lương hưu hằng tháng', 'the monthly pension'),
};

export const deathRefusals: Readonly<Record<DeathRefusalReason, Words>> = {
  OutOfScope: words('không thuộc nhóm thủ tục liên thông', 'it is outside the linked procedures'),
  WrongAuthority: words('không thuộc thẩm quyền', 'another authority is competent'),
  NotResponsiblePerson: words('người khai không có trách nhiệm khai tử', 'this is not a person to declare it'),
  DeathEvidenceMissing: words('thiếu giấy tờ chứng minh việc chết', 'the proof of death is missing'),
  DeathAlreadyRegistered: words('việc chết đã được đăng ký', 'the death is registered already'),
  IdentityMismatch: words('thông tin nhân thân chưa khớp', 'the records do not agree on the person'),
  SupplementOverdue: words('quá hạn bổ sung hồ sơ', 'the supplement did not come in time'),
};

export const rejections: Readonly<Record<BenefitRejection, Words>> = {
  NoEntitlement: words('không thuộc đối tượng được hưởng', 'nobody is entitled'),
  DoubleBenefit: words('đã hưởng một khoản khác', 'another benefit was decided'),
  ConsentMissing: words(
    'thân nhân chưa thống nhất người đại diện',
    'the relatives have not confirmed one representative',
  ),
  PayeeMissing: words('chưa có người nhận', 'nobody is named to take the money'),
  DossierIncomplete: words('hồ sơ chưa đủ', 'the file is not complete'),
};

const classes: Readonly<Record<FuneralClass, Words>> = {
  'social-insurance': words('bảo hiểm xã hội', 'social insurance'),
  merit: words('người có công', 'people with merit'),
  veteran: words('cựu chiến binh và các nhóm tương tự', 'veterans and similar groups'),
  'social-pension': words('trợ cấp hưu trí xã hội', 'social pension'),
  'social-protection': words('bảo trợ xã hội', 'social protection'),
  disaster: words('thiên tai, tai nạn', 'disaster or accident'),
  'social-facility': words('cơ sở trợ giúp xã hội', 'social facility'),
};

const papers: Readonly<Record<BenefitPaper, Words>> = {
  declaration: words('tờ khai', 'the declaration'),
  'death-extract': words('trích lục khai tử', 'the death extract'),
  'death-notice': words('giấy báo tử', 'the notice of death'),
  'relatives-consent': words('xác nhận của thân nhân', 'the consent of the relatives'),
  'capacity-assessment': words('kết quả giám định khả năng lao động', 'the assessment of capacity to work'),
  'papers-of-the-class': words('giấy tờ chứng minh đối tượng', 'the papers of the class'),
};

/** Reasons, steps and papers that come as free codes; one that is not here is shown as it stands. */
const codes: Named = {
  'survivor-once': words('tuất một lần', 'in one sum'),
  'survivor-monthly': words('tuất hằng tháng', 'monthly'),
  EmployerFiles: words('người sử dụng lao động nộp hồ sơ', 'the employer files'),
  PersonNotLocked: words('chưa khóa thông tin người chết', 'the person was not locked'),
  'foreign-element': words('có yếu tố nước ngoài', 'a foreign element'),
  'commune-confirmation': words('xác nhận của Ủy ban nhân dân cấp xã', 'the commune’s confirmation'),
  'old-papers': words('giấy tờ, chứng cứ về việc chết đã lâu', 'papers on a death long past'),
  'execution-record': words('biên bản thi hành án', 'the record of an execution'),
  'court-decision': words('quyết định của Tòa án', 'the court’s decision'),
  'police-record': words('văn bản của cơ quan công an', 'the police’s record'),
  'forensic-result': words('kết quả giám định pháp y', 'the forensic result'),
  none: words('không có', 'none'),
  notice: words('giấy báo tử', 'the notice of death'),
  book: words('sổ hộ tịch', 'the civil status book'),
  population: words('cơ sở dữ liệu dân cư', 'the population database'),
  'wrong-account': words('sai tài khoản', 'the account is wrong'),
  'not-collected': words('chưa đến nhận', 'it was not collected'),
  paid: words('đã chi trả', 'paid'),
  failed: words('chi trả không thành', 'the payment failed'),
  decided: words('đã quyết định', 'decided'),
  rejected: words('không chấp nhận', 'rejected'),
  deleted: words('đã xóa', 'deleted'),
  'nothing-to-delete': words('không có gì để xóa', 'nothing to delete'),
  'not-registered': words('không có đăng ký thường trú', 'not registered anywhere'),
  stopped: words('đã dừng', 'stopped'),
  'not-drawn': words('không hưởng', 'not drawn'),
  'record-incomplete': words('dữ liệu dân cư chưa đủ', 'the population record is not complete'),
  'record-completed': words('đã bổ sung dữ liệu dân cư', 'the population record was completed'),
  'endorsed-commune': words('cấp xã đã có ý kiến', 'the commune gave its opinion'),
  'endorsed-district': words('cấp huyện đã có ý kiến', 'the district gave its opinion'),
  'endorsed-province': words('cấp tỉnh đã có ý kiến', 'the province gave its opinion'),
  bank: words('chuyển khoản', 'to an account'),
  cash: words('tiền mặt', 'in cash'),
  paper: words('bản giấy', 'on paper'),
  'e-statement': words('tờ khai điện tử của thân nhân', 'by an electronic statement of the relatives'),
  'declaring-death': words('thời hạn khai tử', 'the time to declare a death'),
  all: words('tất cả thân nhân', 'all relatives'),
};

export const { coded, listed, valueInWords } = speech({
  ...classes,
  ...papers,
  ...codes,
  ...drawn,
  ...payers,
  ...rejections,
  ...deathRefusals,
  ...spans,
});
