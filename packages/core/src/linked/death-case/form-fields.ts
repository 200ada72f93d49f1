/** What the fields of form 02 are called, for titles of a form and for messages about it. */
import type { Language } from '../../law/explain.js';
import { commonFields } from '../../words/form-fields.js';
import { type Words, words } from '../../words/vocabulary.js';

const byPath: Readonly<Record<string, Words>> = {
  applicant: words('Người yêu cầu', 'Applicant'),
  'applicant.relation': words('Quan hệ với người chết', 'Relation to the deceased'),
  'applicant.authorisation': words('Văn bản ủy quyền', 'Authorisation'),
  'applicant.phone': words('Số điện thoại', 'Phone'),
  'applicant.email': words('Thư điện tử', 'E-mail'),
  choices: words('Lựa chọn', 'Choices'),
  'choices.legs': words('Thủ tục yêu cầu giải quyết', 'Procedures wanted'),
  'choices.authorities': words('Cơ quan giải quyết từng thủ tục', 'Authority for each procedure'),
  'choices.authorities.death': words('Cơ quan đăng ký khai tử', 'Authority for the death'),
  'choices.authorities.residence': words('Cơ quan đăng ký cư trú', 'Authority for the residence'),
  'choices.authorities.funeral': words('Cơ quan giải quyết mai táng phí', 'Authority for the funeral benefit'),
  'choices.authorities.survivor': words('Cơ quan giải quyết trợ cấp tuất', 'Authority for the survivor benefit'),
  'choices.channel': words('Kênh nộp hồ sơ', 'Channel of filing'),
  'choices.delivery': words('Hình thức nhận kết quả', 'How to receive the results'),
  'choices.copies': words('Số bản sao yêu cầu', 'Copies wanted'),
  'choices.feeExempt': words('Đối tượng miễn lệ phí', 'Exempt from fees as'),
  deceased: words('Người chết', 'Deceased'),
  'deceased.sex': words('Giới tính', 'Sex'),
  'deceased.lastResidence': words('Nơi cư trú cuối cùng', 'Last residence'),
  'deceased.foreignElement': words('Có yếu tố nước ngoài', 'With a foreign element'),
  death: words('Việc chết', 'Death'),
  'death.diedOn': words('Ngày, tháng, năm chết', 'Date of death'),
  'death.time': words('Giờ chết', 'Time of death'),
  'death.kind': words('Chết tại', 'Died at'),
  'death.place': words('Nơi chết', 'Place of death'),
  'death.cause': words('Nguyên nhân chết', 'Cause of death'),
  'death.registration': words('Loại đăng ký', 'Kind of registration'),
  evidence: words('Giấy tờ chứng minh việc chết', 'Proof of death'),
  'evidence.kind': words('Loại giấy tờ', 'Kind of proof'),
  'evidence.code': words('Số giấy báo tử', 'Number of the notice of death'),
  'evidence.form': words('Mẫu giấy báo tử', 'Form of the notice'),
  benefit: words('Căn cứ hưởng mai táng phí', 'Ground of the funeral benefit'),
  'benefit.classes': words('Đối tượng', 'Classes of the deceased'),
  'benefit.insured': words('Quá trình bảo hiểm xã hội', 'Social insurance'),
  'benefit.disaster': words('Chết do thiên tai, tai nạn', 'Disaster or accident'),
  'benefit.province': words('Tỉnh, thành phố', 'Province'),
  'benefit.meritAllowance': words('Mức trợ cấp ưu đãi hằng tháng', 'Monthly merit allowance'),
  'benefit.insuranceNumber': words('Mã số bảo hiểm xã hội', 'Social-insurance number'),
  'benefit.managementNumber': words('Số hồ sơ quản lý', 'Management file number'),
  allowances: words('Trợ cấp hằng tháng đang hưởng', 'Monthly allowances drawn'),
  survivors: words('Trợ cấp tuất', 'Survivor benefit'),
  'survivors.prefer': words('Lựa chọn một lần hoặc hằng tháng', 'One sum or monthly'),
  'survivors.relatives': words('Danh sách thân nhân', 'Relatives'),
  'survivors.contributions': words('Thời gian đóng', 'Contributions'),
  'survivors.pension': words('Lương hưu', 'Pension'),
  'survivors.consents': words('Xác nhận của thân nhân', 'Consents of the relatives'),
  payee: words('Người lo mai táng', 'Whoever takes care of the funeral'),
  'payee.channel': words('Hình thức nhận tiền', 'How to be paid'),
  'payee.bank': words('Ngân hàng', 'Bank'),
  'payee.account': words('Số tài khoản', 'Account'),
  commitment: words('Cam đoan', 'Commitment'),
  'commitment.truthful': words('Cam đoan khai đúng sự thật', 'Statement of truth'),
  'commitment.at': words('Thời điểm ký, xác thực', 'Signed at'),
};

/** What a field is called; `undefined` for one that is no field of the form. */
export const fieldName = (at: string, language: Language): string | undefined => {
  const last = at.split('.').at(-1) ?? '';
  return (byPath[at] ?? commonFields(last))?.[language];
};

/** Title and description of a field in the published JSON Schema. */
export const wordsOf = (path: readonly string[]): Readonly<{ title: string; description: string }> | undefined => {
  const at = path.join('.');
  const title = fieldName(at, 'vi');
  const description = fieldName(at, 'en');
  return title === undefined || description === undefined ? undefined : { title, description };
};
