/** What stands in the way of a birth, for each reason, in a sentence a citizen can act on. */
import { sharedObstacles } from '../../../words/refusals.js';
import { type Words, words } from '../../../words/vocabulary.js';
import type { BirthReason } from '../reasons.js';

export const obstacles: Readonly<Record<BirthReason, Words>> = {
  ...sharedObstacles,

  BornInFuture: words('Ngày sinh khai ở sau ngày hôm nay.', 'The date of birth declared lies in the future.'),
  ProofOfBirthMissing: words('Chưa có giấy tờ chứng minh việc sinh.', 'There is no proof of the birth yet.'),
  NameNotPermitted: words(
    'Tên khai cho trẻ chưa phù hợp quy định.',
    'The name declared for the child is not permitted.',
  ),
  ContentConflict: words(
    'Họ, dân tộc hoặc quê quán của trẻ không theo cha hoặc mẹ.',
    'The child’s surname, ethnicity or native place is neither the father’s nor the mother’s.',
  ),
  NoLawfulPlace: words(
    'Cha mẹ chưa có nơi thường trú hoặc tạm trú để đăng ký cho trẻ.',
    'The parents have neither a permanent nor a temporary residence to register the child at.',
  ),
  PlaceBanned: words(
    'Chỗ ở này thuộc nơi không được đăng ký thường trú mới.',
    'Nobody may newly register residence at this place.',
  ),
  SupplementNotOverdue: words('Chưa hết hạn bổ sung hồ sơ.', 'The time to provide what is missing has not run out.'),
  BirthAlreadyRegistered: words('Việc sinh này đã được đăng ký.', 'This birth is registered already.'),
  BirthAlreadyRefused: words('Hồ sơ khai sinh này đã bị từ chối.', 'This registration has been refused.'),
  BirthNotRegistered: words('Việc sinh này chưa được đăng ký.', 'This birth is not registered yet.'),
  AlreadyClaimed: words('Đã có hồ sơ khác cho cùng một việc sinh.', 'Another application is about the same birth.'),
  PersonalNumberPending: words('Đang chờ số định danh cá nhân.', 'The personal number is still awaited.'),
  PersonalNumberAssignedAlready: words('Đã có số định danh cá nhân.', 'The personal number has been assigned already.'),
  PersonalNumberNotAssigned: words('Chưa có số định danh cá nhân.', 'No personal number has been assigned yet.'),
  GroundNotListed: words(
    'Lý do không thuộc các trường hợp được cấp lại số định danh.',
    'This is not among the grounds for replacing a personal number.',
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
};
