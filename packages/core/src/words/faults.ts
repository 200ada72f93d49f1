/** A fault in three short parts: what happened, whether anything is lost, what to do. */
import type { Fault, OutcomeUnknown, UnavailableCode } from '../kernel/index.js';
import { type Words, words } from './vocabulary.js';

export type Told = Readonly<{ what: Words; lost: Words; toDo: Words }>;

const nothingLost = words('Không có dữ liệu nào bị mất; chưa ghi gì thêm.', 'Nothing is lost; nothing was written.');
const again = words('Xin thực hiện lại.', 'Please do it again.');
const lookAgain = words('Xin tải lại hồ sơ rồi thực hiện lại.', 'Please load the case again, then do it again.');
const callSupport = words('Xin báo tổ hỗ trợ.', 'Please tell the support team.');

const kinds: Readonly<Record<Exclude<Fault['kind'], 'Unavailable'> | 'OutcomeUnknown', Told>> = {
  Conflict: {
    what: words('Người khác vừa cập nhật hồ sơ này.', 'Somebody else has just changed this case.'),
    lost: nothingLost,
    toDo: lookAgain,
  },
  Contended: {
    what: words('Nhiều người đang cùng cập nhật hồ sơ này.', 'Several people are changing this case at once.'),
    lost: nothingLost,
    toDo: words('Xin thực hiện lại sau ít phút.', 'Please do it again in a few minutes.'),
  },
  Stale: {
    what: words('Hồ sơ đã thay đổi kể từ lúc bạn mở.', 'The case has changed since you opened it.'),
    lost: nothingLost,
    toDo: lookAgain,
  },
  IdReused: {
    what: words(
      'Mã của việc này đã dùng cho nội dung khác.',
      'The id of this record stands for something else already.',
    ),
    lost: nothingLost,
    toDo: callSupport,
  },
  CommandIdReused: {
    what: words('Mã lệnh này đã dùng cho một lệnh khác.', 'This command id stands for another command already.'),
    lost: nothingLost,
    toDo: words('Xin gửi lại với mã mới.', 'Please send it again under a new id.'),
  },
  BadInput: {
    what: words('Thông tin gửi lên chưa đúng dạng.', 'What was sent is not in the right form.'),
    lost: nothingLost,
    toDo: words('Xin sửa chỗ được chỉ ra rồi gửi lại.', 'Please correct the place named and send it again.'),
  },
  ClockBehind: {
    what: words(
      'Đồng hồ của máy chậm hơn lần ghi gần nhất.',
      'This machine’s clock is behind the last thing recorded.',
    ),
    lost: nothingLost,
    toDo: words('Xin chỉnh giờ của máy rồi thực hiện lại.', 'Please set the clock, then do it again.'),
  },
  Unreadable: {
    what: words('Phiên bản này không đọc được một phần của hồ sơ.', 'This release cannot read part of the case.'),
    lost: words('Dữ liệu đã lưu vẫn nguyên.', 'What is stored is untouched.'),
    toDo: words('Xin cập nhật phần mềm, hoặc báo tổ hỗ trợ.', 'Please update the program, or tell the support team.'),
  },
  OutcomeUnknown: {
    what: words(
      'Chưa rõ việc vừa yêu cầu đã được thực hiện hay chưa.',
      'It is not known whether what was asked was done.',
    ),
    lost: words('Không mất gì: yêu cầu đã được ghi lại.', 'Nothing is lost: the request is on record.'),
    toDo: words(
      'Xin không gửi lại; hệ thống hoặc tổ hỗ trợ sẽ kiểm tra.',
      'Please do not send it again; it is being looked into.',
    ),
  },
};

const silences: Readonly<Record<UnavailableCode, Readonly<{ what: Words; toDo: Words }>>> = {
  unreachable: { what: words('Không kết nối được tới hệ thống.', 'The system could not be reached.'), toDo: again },
  'login-refused': { what: words('Hệ thống không cho đăng nhập.', 'The system refused the login.'), toDo: callSupport },
  'timed-out': { what: words('Hệ thống không trả lời kịp.', 'The system did not answer in time.'), toDo: again },
  busy: {
    what: words('Hệ thống đang quá tải.', 'The system is overloaded.'),
    toDo: words('Xin thực hiện lại sau ít phút.', 'Please do it again in a few minutes.'),
  },
  'read-only': { what: words('Nơi lưu chỉ cho đọc.', 'The store can only be read.'), toDo: callSupport },
  full: {
    what: words('Nơi lưu đã đầy.', 'The store is full.'),
    toDo: words('Xin giải phóng dung lượng rồi thực hiện lại.', 'Please free some space, then do it again.'),
  },
  corrupt: {
    what: words('Tệp lưu bị hỏng.', 'The store is damaged.'),
    toDo: words('Xin giữ nguyên tệp và báo tổ hỗ trợ.', 'Please leave the file as it is and tell the support team.'),
  },
  'newer-schema': {
    what: words('Nơi lưu do phiên bản mới hơn tạo ra.', 'The store was written by a newer release.'),
    toDo: words('Xin cập nhật phần mềm.', 'Please update the program.'),
  },
  'malformed-answer': {
    what: words('Không đọc được trả lời của hệ thống.', 'The system’s answer cannot be read.'),
    toDo: callSupport,
  },
  closed: { what: words('Nơi lưu đã đóng.', 'The store is closed.'), toDo: again },
};

const damaged = words(
  'Chưa ghi gì thêm; dữ liệu cũ cần được kiểm tra.',
  'Nothing was written; what is stored must be checked.',
);

export const toldOf = (fault: Fault | OutcomeUnknown): Told =>
  fault.kind === 'Unavailable'
    ? { lost: fault.code === 'corrupt' ? damaged : nothingLost, ...silences[fault.code] }
    : kinds[fault.kind];
