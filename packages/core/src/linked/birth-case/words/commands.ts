/** What each command asks somebody to do, as a phrase after "needs to" and "cần". */
import type { BirthCommand } from '../commands.js';
import { type Words, words } from './vocabulary.js';

export const commandPhrases: Readonly<Record<BirthCommand['type'], Words>> = {
  Apply: words('nộp hồ sơ', 'file the application'),
  AttachBirthNotice: words('gửi giấy chứng sinh', 'attach the notice of birth'),
  RecordFee: words('ghi nhận lệ phí', 'record the fee'),
  WithdrawLeg: words('rút một thủ tục', 'withdraw one procedure'),
  WithdrawCase: words('rút hồ sơ', 'withdraw the application'),
  ResyncStatus: words('hỏi lại kết quả ở cơ quan liên quan', 'ask the agency again for the result'),

  ReceiveDossier: words('tiếp nhận hồ sơ', 'take the file in'),
  RequestSupplement: words('yêu cầu bổ sung hồ sơ', 'ask for what is missing'),
  ProvideSupplement: words('bổ sung hồ sơ', 'provide what is missing'),
  RecordMissedDeadline: words('ghi nhận quá hạn', 'record the missed deadline'),
  ReviseDeadline: words('điều chỉnh ngày hẹn', 'revise the due date'),
  SendApology: words('xin lỗi và hẹn lại ngày trả kết quả', 'send an apology with a new date'),
  DeliverResult: words('trả kết quả', 'hand over the result'),

  Escalate: words('chuyển tổ hỗ trợ', 'bring the matter to the support team'),
  GiveGuidance: words('hướng dẫn', 'give guidance'),
  ResolveEscalation: words('kết thúc việc hỗ trợ', 'close the support request'),

  RequestPersonalNumber: words('đề nghị cấp số định danh cá nhân', 'ask for the personal number'),
  RecordPersonalNumberObstacle: words(
    'ghi nhận vướng mắc về số định danh',
    'record why the personal number does not come',
  ),
  ReplacePersonalNumber: words('hủy và cấp lại số định danh', 'replace the personal number'),
  RegisterBirth: words('đăng ký khai sinh', 'register the birth'),
  RefuseBirth: words('từ chối đăng ký khai sinh', 'refuse the registration'),
  RegisterCorrection: words('đăng ký cải chính hộ tịch', 'register the correction'),

  DraftExtract: words('soạn bản điện tử giấy khai sinh', 'draw up the electronic certificate'),
  ConfirmExtract: words('xem và xác nhận bản dự thảo', 'look the draft over and confirm it'),
  ReturnExtract: words('trả lại bản dự thảo', 'return the draft'),
  SignExtract: words('ký bản điện tử', 'sign the electronic certificate'),
  SealExtract: words('đóng dấu bản điện tử', 'seal the electronic certificate'),
  TimestampExtract: words('gắn dấu thời gian', 'time-stamp the certificate'),
  RecordSigningFailure: words('ghi nhận lỗi ký số', 'record that signing failed'),
  PublishExtract: words('phát hành bản điện tử', 'publish the electronic certificate'),
  IssueExtractOnPaper: words('cấp bản giấy', 'issue the certificate on paper'),
  RecallExtract: words('thu hồi bản đã cấp', 'recall the certificate'),

  ForwardResidence: words('chuyển hồ sơ đăng ký thường trú', 'forward the residence file'),
  RecordConsent: words('cho ý kiến đồng ý', 'give consent'),
  ExpireConsent: words('ghi nhận hết hạn lấy ý kiến', 'record that the time for consent ran out'),
  OpenVerification: words('mở xác minh', 'open a verification'),
  DecideResidence: words('giải quyết đăng ký thường trú', 'decide on the residence'),

  ForwardCard: words('chuyển hồ sơ cấp thẻ bảo hiểm y tế', 'forward the file for the card'),
  IssueCard: words('cấp thẻ bảo hiểm y tế', 'issue the card'),
  RejectCard: words('từ chối cấp thẻ', 'reject the file for the card'),
  ReturnCardUpstream: words('trả hồ sơ cấp thẻ về cơ quan trước', 'return the file for the card to the earlier agency'),

  ForwardIdentityCard: words('chuyển hồ sơ cấp thẻ căn cước', 'forward the file for the identity card'),
  DecideIdentityCard: words('giải quyết cấp thẻ căn cước', 'decide on the identity card'),

  RecordRequestSent: words('ghi nhận đã gửi yêu cầu', 'record that the request was sent'),
  RecordRequestAcknowledged: words('ghi nhận cơ quan đã nhận', 'record that the agency has the request'),
  RecordRequestDeferred: words('ghi nhận tạm hoãn', 'record that the request waits'),
  RecordRequestFailed: words('ghi nhận gửi không thành', 'record that sending failed'),
  RecordRequestGivenUp: words('ghi nhận ngừng gửi tự động', 'record that sending was given up'),
  RecordProgress: words('ghi nhận tiến độ', 'record the progress'),
  RecordAnswer: words('ghi nhận trả lời', 'record the answer'),
};
