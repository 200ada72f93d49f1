/** What the commands that births and deaths share ask somebody to do, as a phrase after "needs to" and "cần". */
import type { ApplicationCommand } from '../application/commands.js';
import type { LegDossierCommand } from '../dossier/commands.js';
import type { ExtractCommand } from '../extract/events.js';
import type { RequestCommand } from '../requests/commands.js';
import { type Words, words } from './vocabulary.js';

type Phrases<T extends string> = Readonly<Record<T, Words>>;

export const sharedCommandPhrases: Phrases<(ApplicationCommand | LegDossierCommand | RequestCommand)['type']> = {
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
  TakeUp: words('nhận xử lý việc', 'look after the matter'),
  HandBack: words('trả lại việc cho tổ hỗ trợ', 'hand the matter back to the team'),
  RecordAlias: words('ghi nhận mã hồ sơ ở hệ thống khác', 'note down the code another system gave the case'),

  RecordRequestSent: words('ghi nhận đã gửi yêu cầu', 'record that the request was sent'),
  RecordRequestAcknowledged: words('ghi nhận cơ quan đã nhận', 'record that the agency has the request'),
  RecordRequestDeferred: words('ghi nhận tạm hoãn', 'record that the request waits'),
  RecordRequestFailed: words('ghi nhận gửi không thành', 'record that sending failed'),
  RecordRequestGivenUp: words('ghi nhận ngừng gửi tự động', 'record that sending was given up'),
  RecordProgress: words('ghi nhận tiến độ', 'record the progress'),
  RecordAnswer: words('ghi nhận trả lời', 'record the answer'),
};

/** The two-step signing, told of one document. */
export const extractPhrases = ({ vi, en }: Words): Phrases<ExtractCommand['type']> => ({
  DraftExtract: words(`soạn bản điện tử ${vi}`, `draw up ${en}`),
  ConfirmExtract: words('xem và xác nhận bản dự thảo', 'look the draft over and confirm it'),
  ReturnExtract: words('trả lại bản dự thảo', 'return the draft'),
  SignExtract: words('ký bản điện tử', `sign ${en}`),
  SealExtract: words('đóng dấu bản điện tử', `seal ${en}`),
  TimestampExtract: words('gắn dấu thời gian', `time-stamp ${en}`),
  RecordSigningFailure: words('ghi nhận lỗi ký số', 'record that signing failed'),
  PublishExtract: words('phát hành bản điện tử', `publish ${en}`),
  IssueExtractOnPaper: words('cấp bản giấy', `issue ${en} on paper`),
  RecallExtract: words('thu hồi bản đã cấp', `recall ${en}`),
});
