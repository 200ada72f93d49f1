/** What stands in the way, for each reason that births and deaths share, in a sentence a citizen can act on. */
import type { ApplicationReason } from '../application/decider.js';
import type { GuardReason } from '../application/guard.js';
import type { FileReason } from '../dossier/file-rules.js';
import type { ExtractReason } from '../extract/index.js';
import type { RequestReason } from '../requests/decider.js';
import { type Words, words } from './vocabulary.js';

/** Reasons for which either group turns a declaration away. */
type FilingReason = 'CaseAlreadyOpened' | 'ChannelNotOpen' | 'LegsNotOnOffer' | 'OutOfScope';

export const sharedObstacles: Readonly<
  Record<
    GuardReason | FilingReason | ApplicationReason | FileReason | ExtractReason | RequestReason | 'RequestUnderWay',
    Words
  >
> = {
  ServiceNotYetOpen: words(
    'Vào ngày này dịch vụ liên thông chưa được thực hiện.',
    'The linked service did not exist yet on this day.',
  ),
  CaseNotOpened: words('Hồ sơ này chưa được nộp.', 'This application has not been filed yet.'),
  CaseIsClosed: words('Hồ sơ này đã kết thúc.', 'This application is closed.'),
  RoleNotEntitled: words(
    'Việc này không thuộc quyền của người thực hiện.',
    'This is not for the person who asked it to do.',
  ),
  OfficeNotHeld: words(
    'Người thực hiện không giữ chức vụ này vào ngày đó.',
    'The person did not hold this office on that day.',
  ),
  MandateMissing: words(
    'Chưa có ủy quyền còn hiệu lực để làm thay người yêu cầu.',
    'There is no mandate in force to act for the applicant.',
  ),
  OutsideJurisdiction: words('Việc này thuộc thẩm quyền của đơn vị khác.', 'Another unit is competent for this.'),
  LegNotChosen: words('Hồ sơ không yêu cầu thủ tục này.', 'The application does not ask for this procedure.'),
  CaseAlreadyOpened: words('Hồ sơ này đã được nộp rồi.', 'This application has been filed already.'),
  ChannelNotOpen: words('Hiện chưa nhận hồ sơ qua kênh này.', 'Applications cannot be filed through this channel now.'),
  LegsNotOnOffer: words(
    'Các thủ tục đã chọn không đi cùng nhau được.',
    'The procedures chosen cannot be taken together.',
  ),
  OutOfScope: words(
    'Trường hợp này không thuộc nhóm thủ tục liên thông.',
    'This case is outside the linked procedures.',
  ),
  LegHasEnded: words('Thủ tục này đã có kết quả hoặc đã rút.', 'This procedure has come to its end.'),
  RegistrationUnderWay: words('Đang chờ sổ hộ tịch trả lời.', 'The register is being asked and has not answered yet.'),
  ApologyTooLate: words(
    'Đã quá thời điểm được gửi thư xin lỗi và hẹn lại.',
    'It is too late to send an apology with a new date.',
  ),
  ApologySentAlready: words(
    'Đã xin lỗi và hẹn lại đủ số lần cho phép.',
    'As many apologies as the law allows have been sent.',
  ),
  ResultNotReady: words('Chưa có kết quả để trả.', 'There is no result to hand over yet.'),
  DeadlineMissedAlready: words('Việc quá hạn này đã được ghi nhận.', 'This missed deadline is on record already.'),
  NotEscalated: words('Việc này chưa được chuyển tổ hỗ trợ.', 'This has not been brought to the support team.'),
  EscalatedAlready: words('Việc này đã được chuyển tổ hỗ trợ.', 'This is before the support team already.'),
  LookedAfterAlready: words('Việc này đã có người phụ trách.', 'Somebody looks after this already.'),
  NotLookedAfter: words('Việc này chưa có người phụ trách.', 'Nobody looks after this yet.'),
  AliasKnownAlready: words('Mã hồ sơ này đã được ghi nhận.', 'This code is on record already.'),
  DossierAlreadyReceived: words('Hồ sơ đã được tiếp nhận rồi.', 'The file has been taken in already.'),
  DossierNotReceived: words('Hồ sơ chưa được tiếp nhận.', 'The file has not been taken in yet.'),
  ExtractNotPublished: words('Bản điện tử chưa phát hành.', 'The electronic document has not been published yet.'),
  WrongAuthority: words('Cơ quan được chọn không có thẩm quyền.', 'The authority chosen is not competent.'),
  SupplementPending: words('Hồ sơ đang chờ bổ sung.', 'The file waits for what is missing.'),
  NoSupplementPending: words('Hiện không có yêu cầu bổ sung nào.', 'Nothing has been asked for.'),
  SupplementOverdue: words('Đã quá hạn bổ sung hồ sơ.', 'The time to provide what is missing has run out.'),
  ExtractUnderWay: words('Đã có một bản đang soạn hoặc đã phát hành.', 'One is under way or issued already.'),
  ExtractNotDrafted: words('Chưa có bản dự thảo.', 'There is no draft yet.'),
  ExtractNotSigned: words('Bản điện tử chưa có chữ ký của lãnh đạo.', 'The leader has not signed the document yet.'),
  ExtractNotSealed: words('Bản điện tử chưa được đóng dấu.', 'The document has not been sealed yet.'),
  ExtractNotIssued: words('Chưa có bản nào được cấp.', 'No document has been issued.'),
  SignerIsDrafter: words(
    'Người soạn không được ký chính bản mình soạn.',
    'Whoever drew a document up may not sign it.',
  ),
  RequestUnknown: words('Không có yêu cầu nào như vậy trong hồ sơ.', 'The application has no such request.'),
  RequestAnsweredAlready: words('Yêu cầu này đã được trả lời.', 'This request has been answered.'),
  RequestStillRunning: words('Yêu cầu này đang được gửi.', 'This request is still being sent.'),
  RequestUnderWay: words('Đã gửi yêu cầu và đang chờ trả lời.', 'The agency has been asked and has not answered yet.'),
};
