/** What belongs in a field, in Vietnamese: both borders say it in English, and this is the way over. */

const whole: Readonly<Record<string, string>> = {
  text: 'văn bản',
  'text that is not empty': 'nội dung không được để trống',
  'text without control characters': 'văn bản không có ký tự điều khiển',
  'text without lone surrogates': 'văn bản mã hóa đúng Unicode',
  'a code without spaces': 'mã viết liền, không dấu cách',
  'a letter, a number or a kinship, as A, 2 or child-1': 'một chữ cái, một số hoặc quan hệ, như A, 2 hay child-1',
  'a date YYYY-MM-DD': 'ngày dạng NGÀY/THÁNG/NĂM hoặc NĂM-THÁNG-NGÀY',
  'a day that exists in the calendar': 'ngày có thật trong lịch',
  'an instant such as 2024-08-29T15:20:00+07:00': 'thời điểm dạng 2024-08-29T15:20:00+07:00',
  'a personal number of twelve digits': 'số định danh cá nhân gồm 12 chữ số',
  'a commune code of five digits': 'mã đơn vị hành chính cấp xã gồm 5 chữ số',
  'a name in letters': 'tên chỉ gồm chữ cái',
  'a name within the technical limit of the field': 'tên không vượt quá độ dài cho phép của ô',
  'a line within the technical limit': 'dòng không vượt quá độ dài cho phép của ô',
  'an e-mail address': 'địa chỉ thư điện tử',
  'a number': 'một số',
  'a whole number': 'số nguyên',
  'a whole number from 0': 'số nguyên từ 0',
  'a finite number': 'một số hữu hạn',
  'true or false': 'có hoặc không',
  'a list': 'danh sách',
  'an object': 'một nhóm thông tin',
  'a JSON object': 'một nhóm thông tin JSON',
  'a JSON value': 'dữ liệu JSON',
  'a plain object': 'dữ liệu JSON thông thường',
  'ordinary field names': 'tên trường thông thường',
  'no fields': 'không có trường nào',
  'no personal data': 'không kèm dữ liệu cá nhân',
  'one block of fields for each person': 'mỗi người một nhóm thông tin',
  'a revision for each leg': 'số phiên bản cho từng thủ tục',
  'a lower-case UUID (RFC 9562)': 'mã UUID viết thường (RFC 9562)',
  'each procedure once': 'mỗi thủ tục chỉ chọn một lần',
  'an order within the number of children born': 'thứ tự không vượt quá số trẻ trong lần sinh',
  'the unit asked, for the procedure is chosen': 'đơn vị giải quyết, vì thủ tục này được chọn',
  'this block, for the procedure is chosen': 'phần này, vì thủ tục này được chọn',
  'the statement that everything declared is true': 'lời cam đoan khai đúng sự thật',
  'a date, or its month or year': 'ngày, hoặc tháng và năm, hoặc năm',
  'a time such as 21:40': 'giờ dạng 21:40',
  'an account, for it is paid through a bank': 'số tài khoản, vì nhận tiền qua ngân hàng',
  'a province code of two or three digits': 'mã tỉnh gồm 2 hoặc 3 chữ số',
  'another kind of value': 'kiểu dữ liệu khác',
  'another form': 'dạng khác',
};

const parts: readonly (readonly [RegExp, string])[] = [
  [/^at most (\S+) characters$/, 'không quá $1 ký tự'],
  [/^at least (\S+) characters$/, 'ít nhất $1 ký tự'],
  [/^at most (\S+) items$/, 'không quá $1 mục'],
  [/^at least (\S+) items$/, 'ít nhất $1 mục'],
  [/^at most (\S+) values$/, 'không quá $1 giá trị'],
  [/^at most (\S+) levels$/, 'không quá $1 cấp lồng nhau'],
  [/^a number of at most (\S+)$/, 'số không quá $1'],
  [/^a number of at least (\S+)$/, 'số từ $1'],
  [/^one of: (.*)$/, 'một trong: $1'],
  [/^no fields but (.*)$/, 'chỉ các trường: $1'],
];

/** The Vietnamese of what a border expected; `undefined` for words it does not know. */
export const inVietnamese = (expected: string): string | undefined => {
  if (Object.hasOwn(whole, expected)) return whole[expected];
  const part = parts.find(([form]) => form.test(expected));
  return part === undefined ? undefined : expected.replace(part[0], part[1]);
};
