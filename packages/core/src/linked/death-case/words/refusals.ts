/** What stands in the way after a death, for each reason, in a sentence a citizen can act on. */
import { sharedObstacles } from '../../../words/refusals.js';
import { type Words, words } from '../../../words/vocabulary.js';
import type { DeathReason } from '../reasons.js';

export const obstacles: Readonly<Record<DeathReason, Words>> = {
  ...sharedObstacles,

  DiedInFuture: words('Ngày chết khai ở sau ngày hôm nay.', 'The date of death declared lies in the future.'),
  NotResponsiblePerson: words(
    'Người khai không thuộc những người có trách nhiệm khai tử.',
    'Whoever declares is not among those who declare a death.',
  ),
  DeathEvidenceMissing: words('Chưa có giấy tờ chứng minh việc chết.', 'There is no proof of the death yet.'),
  NoEntitlement: words(
    'Không có căn cứ được hưởng khoản này.',
    'By what was declared nobody is entitled to this benefit.',
  ),
  FieldNotOpen: words(
    'Khi bổ sung hồ sơ không được đổi cơ quan giải quyết.',
    'A supplement cannot change the authority that was chosen.',
  ),
  StopNotKnown: words(
    'Vào ngày này chưa có quy định về dừng giải quyết hồ sơ.',
    'On this day no rule let a file be stopped.',
  ),
  DeletedExOfficio: words(
    'Công an tự xóa đăng ký thường trú của người chết nên không thể rút phần này.',
    'The police delete the residence of the dead by themselves, so this part cannot be withdrawn.',
  ),

  DeathAlreadyRegistered: words('Việc chết này đã được đăng ký.', 'This death is registered already.'),
  DeathAlreadyRefused: words('Hồ sơ khai tử này đã bị từ chối.', 'This registration has been refused.'),
  DeathNotRegistered: words('Việc chết này chưa được đăng ký.', 'This death is not registered yet.'),
  AlreadyClaimed: words('Đã có hồ sơ khác cho cùng một người chết.', 'Another application is about the same death.'),
  FeeUnpaid: words('Chưa nộp lệ phí đăng ký quá hạn.', 'The fee for a late registration has not been paid.'),
  IdentityMismatch: words(
    'Thông tin người chết chưa khớp với sổ hộ tịch hoặc cơ sở dữ liệu dân cư.',
    'The records do not agree on who the deceased is.',
  ),
  IdentityNotDoubted: words('Nhân thân người chết không có vướng mắc.', 'Nobody doubts who the deceased is.'),
  RecordDoesNotPrevail: words(
    'Khi dữ liệu khác nhau, sổ hộ tịch là căn cứ.',
    'Where the records differ, the civil status book prevails.',
  ),
  SupplementNotOverdue: words('Chưa hết hạn bổ sung hồ sơ.', 'The time to provide what is missing has not run out.'),

  RecordIncomplete: words(
    'Dữ liệu dân cư của người chết chưa đủ để xóa thường trú.',
    'The population record must be completed before the residence is deleted.',
  ),
  RecordNotIncomplete: words('Dữ liệu dân cư không thiếu.', 'The population record is not incomplete.'),
  DeletedInFuture: words('Ngày xóa ở sau ngày hôm nay.', 'The day of deletion lies in the future.'),

  BenefitNotRouted: words(
    'Hồ sơ chưa được chuyển đến cơ quan chi trả.',
    'The file has not been routed to a payer yet.',
  ),
  PayerNotAsked: words(
    'Cơ quan này không được đề nghị chi trả, hoặc đã giải quyết.',
    'This payer was not asked, or has decided already.',
  ),
  EndorsementNotNeeded: words('Không cần ý kiến của cấp này.', 'The opinion of this body is not needed.'),
  EndorsedAlready: words('Cấp này đã có ý kiến.', 'This body has given its opinion already.'),
  EndorsementMissing: words(
    'Chưa đủ ý kiến của cấp có trách nhiệm.',
    'The opinion that goes with the file is still missing.',
  ),
  DoubleBenefit: words('Mỗi người chết chỉ được một khoản mai táng phí.', 'One death gives one funeral benefit.'),
  DecidedInFuture: words('Ngày quyết định ở sau ngày hôm nay.', 'The day of the decision lies in the future.'),
  NothingToTopUp: words('Không có khoản chênh lệch để truy lĩnh.', 'No rate known later gives more.'),

  ConsentMissing: words(
    'Thân nhân chưa thống nhất người đại diện.',
    'The relatives have not all confirmed one representative.',
  ),
  ConsentNotNeeded: words('Không cần xác nhận này.', 'This confirmation is not needed.'),
  ConsentGivenAlready: words('Đã có xác nhận này.', 'This has been confirmed already.'),
  ConsentModeUnknown: words('Hình thức xác nhận này hiện không dùng được.', 'It cannot be confirmed in this way now.'),
  ConsentStillOpen: words('Thời hạn xác nhận chưa hết.', 'The relatives’ time to confirm has not run out.'),
  ConsentExpiredAlready: words('Đã ghi nhận hết hạn xác nhận.', 'That the time ran out is on record already.'),

  NothingOwed: words('Không còn khoản nào phải chi trả như vậy.', 'So much is not outstanding.'),
  PayeeMissing: words('Chưa có thông tin người nhận tiền.', 'Nobody is named to take the money.'),
  PaymentUnderWay: words('Khoản này đang được chi trả.', 'This payment is under way.'),
  PaidInFuture: words('Ngày chi trả ở sau ngày hôm nay.', 'The day of payment lies in the future.'),
  AllowanceNotDrawn: words('Người chết không hưởng khoản này.', 'The deceased did not draw this allowance.'),
  AllowanceStoppedAlready: words('Khoản này đã được dừng.', 'This allowance has been stopped already.'),
};
