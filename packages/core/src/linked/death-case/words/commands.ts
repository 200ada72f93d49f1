/** What each command asks somebody to do, as a phrase after "needs to" and "cần". */
import { extractPhrases, sharedCommandPhrases } from '../../../words/commands.js';
import { type Words, words } from '../../../words/vocabulary.js';
import type { DeathCommand } from '../commands.js';

export const commandPhrases: Readonly<Record<DeathCommand['type'], Words>> = {
  Apply: words('nộp hồ sơ', 'file the application'),
  AttachDeathNotice: words('gửi giấy báo tử', 'attach the notice of death'),
  StopLeg: words('thông báo dừng giải quyết', 'stop the file by written notice'),
  ...sharedCommandPhrases,

  RegisterDeath: words('đăng ký khai tử', 'register the death'),
  RefuseDeath: words('từ chối đăng ký khai tử', 'refuse the registration'),
  ConfirmIdentity: words('xác định nhân thân người chết', 'settle who the deceased is'),
  RegisterCorrection: words('đăng ký cải chính hộ tịch', 'register the correction'),

  ...extractPhrases(words('trích lục khai tử', 'the electronic extract')),

  ForwardDeletion: words('chuyển đề nghị xóa đăng ký thường trú', 'ask for the residence to be deleted'),
  CompleteResidenceRecord: words('bổ sung dữ liệu dân cư', 'complete the population record'),
  DeleteResidence: words('xóa đăng ký thường trú', 'delete the residence'),
  RecordNothingToDelete: words('ghi nhận không có gì để xóa', 'record that nothing is to be deleted'),

  RouteBenefit: words('chuyển hồ sơ đến cơ quan chi trả', 'route the file to its payer'),
  EndorseBenefit: words('cho ý kiến về hồ sơ', 'give an opinion on the file'),
  DecideBenefit: words('quyết định trợ cấp', 'decide the benefit'),
  RejectBenefit: words('từ chối trợ cấp', 'reject the benefit'),
  TopUpBenefit: words('quyết định truy lĩnh', 'top the benefit up'),

  RecordRelativesConsent: words('xác nhận người đại diện', 'confirm the representative'),
  ExpireConsent: words('ghi nhận hết hạn lấy ý kiến', 'record that the time for consent ran out'),

  StatePayee: words('cung cấp thông tin người nhận tiền', 'say who takes the money'),
  RecordPayment: words('ghi nhận chi trả', 'record the payment'),
  RecordAllowanceStopped: words('ghi nhận dừng trợ cấp hằng tháng', 'record that a monthly allowance was stopped'),
};
