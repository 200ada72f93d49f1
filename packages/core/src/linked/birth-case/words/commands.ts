/** What each command asks somebody to do, as a phrase after "needs to" and "cần". */

import { extractPhrases, sharedCommandPhrases } from '../../../words/commands.js';
import { type Words, words } from '../../../words/vocabulary.js';
import type { BirthCommand } from '../commands.js';

export const commandPhrases: Readonly<Record<BirthCommand['type'], Words>> = {
  Apply: words('nộp hồ sơ', 'file the application'),
  AttachBirthNotice: words('gửi giấy chứng sinh', 'attach the notice of birth'),
  ...sharedCommandPhrases,

  RequestPersonalNumber: words('đề nghị cấp số định danh cá nhân', 'ask for the personal number'),
  RecordPersonalNumberObstacle: words(
    'ghi nhận vướng mắc về số định danh',
    'record why the personal number does not come',
  ),
  ReplacePersonalNumber: words('hủy và cấp lại số định danh', 'replace the personal number'),
  RegisterBirth: words('đăng ký khai sinh', 'register the birth'),
  RefuseBirth: words('từ chối đăng ký khai sinh', 'refuse the registration'),
  RegisterCorrection: words('đăng ký cải chính hộ tịch', 'register the correction'),

  ...extractPhrases(words('giấy khai sinh', 'the electronic certificate')),

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
};
