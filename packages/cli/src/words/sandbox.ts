/** The words of the sandbox's page and of what is said about it, in both languages. */
import type { System } from '@lienthong/testing/agencies';
import type { Text } from '../language.js';

type ShownSystem = Exclude<System, 'hospital' | 'portal'>;

const systems: Readonly<Record<ShownSystem, Text>> = {
  'civil-status': { vi: 'Hộ tịch', en: 'Civil status' },
  population: { vi: 'Dân cư', en: 'Population' },
  residence: { vi: 'Cư trú', en: 'Residence' },
  identity: { vi: 'Căn cước', en: 'Identity' },
  insurance: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  benefits: { vi: 'Bảo trợ xã hội, người có công', en: 'Social protection, merit' },
  payment: { vi: 'Chi trả', en: 'Payment' },
};
export const systemText: Readonly<Record<System, Text>> = {
  ...systems,
  hospital: { vi: 'Cơ sở y tế', en: 'Hospitals' },
  portal: { vi: 'Cổng dịch vụ công', en: 'Portal' },
};

export const pageWords = {
  title: { vi: 'Môi trường thử nghiệm liên thông', en: 'Liên thông sandbox' },
  about: {
    vi: 'Các cơ quan giả lập, dữ liệu hư cấu. Trang này không tải gì từ bên ngoài.',
    en: 'Invented agencies, invented data. This page loads nothing from outside.',
  },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  profile: { vi: 'Bộ sự cố', en: 'Fault profile' },
  callback: { vi: 'Gọi lại', en: 'Calls back' },
  refresh: { vi: 'Xem lại', en: 'Look again' },
  clock: { vi: 'Đồng hồ', en: 'Clock' },
  now: { vi: 'Bây giờ ở đây', en: 'Now, here' },
  rate: { vi: 'Tốc độ (0: đứng yên)', en: 'Rate (0 stands still)' },
  step: { vi: 'Tiến thêm (phút)', en: 'Move forward (minutes)' },
  apply: { vi: 'Áp dụng', en: 'Apply' },
  faults: { vi: 'Bật, tắt sự cố', en: 'Faults' },
  door: { vi: 'Kết nối', en: 'Connection' },
  open: { vi: 'bình thường', en: 'as usual' },
  down: { vi: 'mất kết nối', en: 'down' },
  loginRefused: { vi: 'từ chối đăng nhập', en: 'login refused' },
  busy: { vi: 'đang bận', en: 'busy' },
  losesAnswers: { vi: 'đã làm nhưng mất trả lời', en: 'acts, and the answer is lost' },
  repeats: { vi: 'gửi trả hai lần', en: 'replies come twice' },
  delay: { vi: 'Gửi trả chậm (phút)', en: 'Replies late (minutes)' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  office: { vi: 'Nơi nhận', en: 'Office' },
  openFiles: { vi: 'Đang xử lý', en: 'Being worked on' },
  putAway: { vi: 'Bị bỏ quên', en: 'Put away' },
  replies: { vi: 'Trả lời chưa đi', en: 'Replies not gone yet' },
  records: { vi: 'Việc đã làm', en: 'What was done' },
  nothing: { vi: 'Chưa làm gì.', en: 'Nothing yet.' },
  document: { vi: 'Tài liệu OpenAPI', en: 'OpenAPI document' },
  at: { vi: 'Lúc', en: 'At' },
  purpose: { vi: 'Việc', en: 'Purpose' },
  caseId: { vi: 'Hồ sơ', en: 'Case' },
  key: { vi: 'Khóa yêu cầu', en: 'Key of the request' },
} as const satisfies Readonly<Record<string, Text>>;
