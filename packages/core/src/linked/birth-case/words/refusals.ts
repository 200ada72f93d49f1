/** What stands in the way, for each reason, in a sentence a citizen can act on. */
import type { BirthReason } from '../reasons.js';
import { type Words, words } from './vocabulary.js';

export const obstacles: Readonly<Record<BirthReason, Words>> = {
  ServiceNotYetOpen: words(
    'Vào ngày này dịch vụ liên thông chưa được thực hiện.',
    'The linked service did not exist yet on this day.',
  ),
  CaseNotOpened: words('Hồ sơ này chưa được nộp.', 'This application has not been filed yet.'),
  CaseIsClosed: words('Hồ sơ này đã kết thúc.', 'This application is closed.'),
  CaseAlreadyOpened: words('Hồ sơ này đã được nộp rồi.', 'This application has been filed already.'),
  RoleNotEntitled: words(
    'Việc này không thuộc quyền của người thực hiện.',
    'This is not for the person who asked it to do.',
  ),
  OfficeNotHeld: words(
    'Người thực hiện không giữ chức vụ này vào ngày đó.',
    'The person did not hold this office on that day.',
  ),
  OutsideJurisdiction: words('Việc này thuộc thẩm quyền của đơn vị khác.', 'Another unit is competent for this.'),
  LegNotChosen: words('Hồ sơ không yêu cầu thủ tục này.', 'The application does not ask for this procedure.'),

  BornInFuture: words('Ngày sinh khai ở sau ngày hôm nay.', 'The date of birth declared lies in the future.'),
  ChannelNotOpen: words('Hiện chưa nhận hồ sơ qua kênh này.', 'Applications cannot be filed through this channel now.'),
  LegsNotOnOffer: words(
    'Các thủ tục đã chọn không đi cùng nhau được.',
    'The procedures chosen cannot be taken together.',
  ),
  OutOfScope: words(
    'Trường hợp này không thuộc nhóm thủ tục liên thông.',
    'This case is outside the linked procedures.',
  ),
  ProofOfBirthMissing: words('Chưa có giấy tờ chứng minh việc sinh.', 'There is no proof of the birth yet.'),
  NameNotPermitted: words(
    'Tên khai cho trẻ chưa phù hợp quy định.',
    'The name declared for the child is not permitted.',
  ),
  ContentConflict: words(
    'Họ, dân tộc hoặc quê quán của trẻ không theo cha hoặc mẹ.',
    'The child’s surname, ethnicity or native place is neither the father’s nor the mother’s.',
  ),
  WrongAuthority: words('Cơ quan được chọn không có thẩm quyền.', 'The authority chosen is not competent.'),
  NoLawfulPlace: words(
    'Cha mẹ chưa có nơi thường trú hoặc tạm trú để đăng ký cho trẻ.',
    'The parents have neither a permanent nor a temporary residence to register the child at.',
  ),
  PlaceBanned: words(
    'Chỗ ở này thuộc nơi không được đăng ký thường trú mới.',
    'Nobody may newly register residence at this place.',
  ),

  LegHasEnded: words('Thủ tục này đã có kết quả hoặc đã rút.', 'This procedure has come to its end.'),
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

  DossierAlreadyReceived: words('Hồ sơ đã được tiếp nhận rồi.', 'The file has been taken in already.'),
  DossierNotReceived: words('Hồ sơ chưa được tiếp nhận.', 'The file has not been taken in yet.'),
  SupplementPending: words('Hồ sơ đang chờ bổ sung.', 'The file waits for what is missing.'),
  NoSupplementPending: words('Hiện không có yêu cầu bổ sung nào.', 'Nothing has been asked for.'),
  SupplementOverdue: words('Đã quá hạn bổ sung hồ sơ.', 'The time to provide what is missing has run out.'),
  SupplementNotOverdue: words('Chưa hết hạn bổ sung hồ sơ.', 'The time to provide what is missing has not run out.'),

  BirthAlreadyRegistered: words('Việc sinh này đã được đăng ký.', 'This birth is registered already.'),
  BirthAlreadyRefused: words('Hồ sơ khai sinh này đã bị từ chối.', 'This registration has been refused.'),
  BirthNotRegistered: words('Việc sinh này chưa được đăng ký.', 'This birth is not registered yet.'),
  RegistrationUnderWay: words('Đang chờ sổ hộ tịch trả lời.', 'The register is being asked and has not answered yet.'),
  AlreadyClaimed: words('Đã có hồ sơ khác cho cùng một việc sinh.', 'Another application is about the same birth.'),
  PersonalNumberPending: words('Đang chờ số định danh cá nhân.', 'The personal number is still awaited.'),
  PersonalNumberAssignedAlready: words('Đã có số định danh cá nhân.', 'The personal number has been assigned already.'),
  PersonalNumberNotAssigned: words('Chưa có số định danh cá nhân.', 'No personal number has been assigned yet.'),
  GroundNotListed: words(
    'Lý do không thuộc các trường hợp được cấp lại số định danh.',
    'This is not among the grounds for replacing a personal number.',
  ),

  ExtractUnderWay: words('Đã có một bản đang soạn hoặc đã phát hành.', 'A certificate is under way or issued already.'),
  ExtractNotDrafted: words('Chưa có bản dự thảo.', 'There is no draft yet.'),
  ExtractNotSigned: words('Bản điện tử chưa có chữ ký của lãnh đạo.', 'The leader has not signed the certificate yet.'),
  ExtractNotSealed: words('Bản điện tử chưa được đóng dấu.', 'The certificate has not been sealed yet.'),
  ExtractNotIssued: words('Chưa có bản nào được cấp.', 'No certificate has been issued.'),
  ExtractNotPublished: words(
    'Bản điện tử giấy khai sinh chưa phát hành.',
    'The electronic certificate has not been published yet.',
  ),
  SignerIsDrafter: words(
    'Người soạn không được ký chính bản mình soạn.',
    'Whoever drew a certificate up may not sign it.',
  ),

  ConsentMissing: words(
    'Chưa đủ ý kiến đồng ý cho trẻ đăng ký thường trú.',
    'Not everybody whose consent is needed has consented.',
  ),
  ConsentNotNeeded: words('Không cần ý kiến đồng ý của người này.', 'This person’s consent is not needed.'),
  ConsentGivenAlready: words('Người này đã đồng ý rồi.', 'This person has consented already.'),
  ConsentModeUnknown: words(
    'Hình thức cho ý kiến này chưa được quy định.',
    'The law knows no consent given in this way.',
  ),
  VerificationForbidden: words(
    'Không được xác minh với trẻ dưới 6 tuổi ở nơi của cha mẹ.',
    'For a child under six at its parents’ place nothing may be verified.',
  ),
  EarlierLegOpen: words('Thủ tục trước chưa xong.', 'An earlier procedure has not ended yet.'),
  RequestUnderWay: words('Đã gửi yêu cầu và đang chờ trả lời.', 'The agency has been asked and has not answered yet.'),
  RequestUnknown: words('Không có yêu cầu nào như vậy trong hồ sơ.', 'The application has no such request.'),
  RequestAnsweredAlready: words('Yêu cầu này đã được trả lời.', 'This request has been answered.'),
  RequestStillRunning: words('Yêu cầu này đang được gửi.', 'This request is still being sent.'),
};
