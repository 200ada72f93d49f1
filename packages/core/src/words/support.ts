/** The words of the support team: what it advises, why a matter came before it, how it ended, and which agency it concerns. */
import type { MatterKind } from '../law/parameters/support.js';
import type { Agency } from '../support/agencies.js';
import type { Guidance } from '../support/guidance.js';
import { type Named, type Words, words } from './word-pairs.js';

export const guidanceWords: Readonly<Record<Guidance, Words>> = {
  wait: words('chờ thêm', 'wait'),
  'ask-again': words('gửi lại yêu cầu', 'ask again'),
  'ask-agency-in-person': words('liên hệ trực tiếp cơ quan', 'ask the agency in person'),
  'shown-at-the-desk': words('hướng dẫn tại chỗ', 'it was shown at the desk'),
  'confirm-twins': words('xác nhận trẻ sinh đôi, sinh ba', 'confirm that the children are twins or triplets'),
  'correct-the-data': words('sửa dữ liệu cho khớp', 'put the data right'),
  'complete-the-file': words('bổ sung hồ sơ', 'complete the file'),
  'send-to-competent-unit': words('chuyển đơn vị có thẩm quyền', 'send it to the competent unit'),
  'issue-on-paper': words('cấp bản giấy', 'issue it on paper'),
  'check-register-and-population-data': words(
    'đối chiếu sổ hộ tịch với dữ liệu dân cư',
    'compare the register with the population data',
  ),
};

export const matterWords: Readonly<Record<MatterKind, Words>> = {
  'given-up': words('đã ngừng gửi tự động', 'sending was given up'),
  silent: words('cơ quan chưa trả lời', 'the agency is silent'),
  failing: words('không kết nối được với cơ quan', 'the agency cannot be reached'),
  'deadline-missed': words('cơ quan để quá hạn', 'the agency let the due date pass'),
  contradicted: words('hai câu trả lời khác nhau', 'two answers differ'),
  'suspected-duplicate': words('nghi trùng, cần xác nhận sinh đôi', 'a duplicate is suspected; it may be twins'),
  unsettled: words('trả lời chưa cho kết quả', 'the answer gives no result'),
};

export const agencyWords: Readonly<Record<Agency, Words>> = {
  'civil-status': words('cơ quan đăng ký hộ tịch', 'the civil-status authority'),
  population: words('cơ sở dữ liệu dân cư', 'the population database'),
  residence: words('cơ quan đăng ký cư trú', 'the residence authority'),
  insurance: words('cơ quan bảo hiểm xã hội', 'social insurance'),
  identity: words('cơ quan quản lý căn cước', 'the identity authority'),
  'social-protection': words('cơ quan bảo trợ xã hội', 'social protection'),
  merit: words('cơ quan người có công', 'the authority for people with merit'),
  payment: words('tổ chức dịch vụ chi trả', 'the payment service'),
};

/** Beside the codes that cases speak of already. */
export const supportCodes: Named = {
  ...agencyWords,
  ...matterWords,
  ...guidanceWords,
  asked: words('có người đề nghị', 'somebody asked'),
  settled: words('đã giải quyết xong', 'it is settled'),
  guided: words('đã hướng dẫn', 'advice was given'),
  'found-at-agency': words('đã tìm thấy ở cơ quan', 'it was found at the agency'),
  portal: words('cổng dịch vụ công', 'the portal'),
  'one-stop': words('hệ thống một cửa của tỉnh', 'the one-stop system of the province'),
};
