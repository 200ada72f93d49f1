/** What the fields of form 01 are called, for titles of a form and for messages about it. */
import type { Language } from '../../law/explain.js';
import { commonFields } from '../../words/form-fields.js';
import { type Words, words } from '../../words/vocabulary.js';

const byPath: Readonly<Record<string, Words>> = {
  applicant: words('Người yêu cầu', 'Applicant'),
  'applicant.relation': words('Quan hệ với trẻ', 'Relation to the child'),
  'applicant.phone': words('Số điện thoại', 'Phone'),
  'applicant.email': words('Thư điện tử', 'E-mail'),
  choices: words('Lựa chọn', 'Choices'),
  'choices.legs': words('Thủ tục yêu cầu giải quyết', 'Procedures wanted'),
  'choices.birthCase': words('Trường hợp khai sinh', 'Case of birth registration'),
  'choices.authorities': words('Cơ quan giải quyết từng thủ tục', 'Authority for each procedure'),
  'choices.authorities.birth': words('Cơ quan đăng ký khai sinh', 'Authority for the birth'),
  'choices.authorities.residence': words('Cơ quan đăng ký cư trú', 'Authority for the residence'),
  'choices.authorities.card': words('Cơ quan bảo hiểm xã hội', 'Authority for the card'),
  'choices.authorities.identity-card': words('Cơ quan quản lý căn cước', 'Authority for the identity card'),
  'choices.channel': words('Kênh nộp hồ sơ', 'Channel of filing'),
  'choices.delivery': words('Hình thức nhận kết quả', 'How to receive the results'),
  'choices.copies': words('Số bản sao yêu cầu', 'Copies wanted'),
  birthProof: words('Chứng minh việc sinh', 'Proof of birth'),
  'birthProof.kind': words('Loại giấy tờ chứng minh việc sinh', 'Kind of proof'),
  'birthProof.code': words('Số giấy chứng sinh', 'Number of the notice of birth'),
  'birthProof.file': words('Tệp đính kèm', 'Attached file'),
  child: words('Trẻ được khai sinh', 'Child'),
  'child.bornOnInWords': words('Ngày sinh ghi bằng chữ', 'Date of birth in words'),
  'child.sex': words('Giới tính', 'Sex'),
  'child.birthplace': words('Nơi sinh', 'Place of birth'),
  'child.birthplace.kind': words('Sinh tại', 'Born at'),
  'child.birthplace.name': words('Tên cơ sở', 'Name of the facility'),
  'child.birthOrder': words('Thứ tự sinh', 'Order of birth'),
  'child.multiple': words('Số trẻ trong lần sinh', 'Children born at this birth'),
  mother: words('Người mẹ', 'Mother'),
  father: words('Người cha', 'Father'),
  marriage: words('Hôn nhân của cha mẹ', 'Marriage of the parents'),
  'marriage.married': words('Cha mẹ có đăng ký kết hôn', 'The parents are married'),
  'marriage.certificate': words('Số giấy chứng nhận kết hôn', 'Number of the marriage certificate'),
  'marriage.registeredOn': words('Ngày đăng ký kết hôn', 'Married on'),
  'marriage.registeredAt': words('Nơi đăng ký kết hôn', 'Married at'),
  residence: words('Đăng ký thường trú', 'Permanent residence'),
  'residence.address': words('Nơi đề nghị đăng ký thường trú', 'Address to be registered at'),
  'residence.with': words('Trẻ ở cùng', 'The child lives with'),
  'residence.owned': words('Chỗ ở hợp pháp', 'Whose the lodging is'),
  'residence.placeKind': words('Loại chỗ ở', 'Kind of place'),
  'residence.householdHead': words('Chủ hộ', 'Head of the household'),
  'residence.relationToHead': words('Quan hệ với chủ hộ', 'Relation to the head of the household'),
  'residence.members': words('Thành viên hộ gia đình', 'Members of the household'),
  'residence.owner': words('Chủ sở hữu chỗ ở', 'Owner of the lodging'),
  'residence.consents': words('Ý kiến đồng ý', 'Consents'),
  card: words('Thẻ bảo hiểm y tế', 'Health-insurance card'),
  'card.first': words('Cấp thẻ lần đầu', 'First card'),
  'card.firstFacility': words('Nơi đăng ký khám chữa bệnh ban đầu', 'Facility of first registration'),
  'card.householdCode': words('Mã hộ gia đình', 'Household code'),
  'card.poorHousehold': words('Số giấy chứng nhận hộ nghèo', 'Number of the poor-household certificate'),
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
