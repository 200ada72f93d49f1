/** Coded words of a birth case as people say them, Vietnamese and English. */
import type { BirthRefusalReason } from '../../../birth-registration/index.js';
import type { Span } from '../../../dossier/events.js';
import type { Consenter } from '../../../permanent-residence/index.js';
import { speech, type Words, words } from '../../../words/vocabulary.js';
import type { BirthLeg } from '../events.js';

export const spans: Readonly<Record<Span<BirthLeg>, Words>> = {
  birth: words('đăng ký khai sinh', 'the birth registration'),
  residence: words('đăng ký thường trú', 'the residence registration'),
  card: words('cấp thẻ bảo hiểm y tế', 'the health-insurance card'),
  'identity-card': words('cấp thẻ căn cước', 'the identity card'),
  whole: words('toàn bộ hồ sơ', 'the whole application'),
};

export const consenters: Readonly<Record<Consenter, Words>> = {
  owner: words('chủ sở hữu chỗ ở', 'the owner of the lodging'),
  'household-head': words('chủ hộ', 'the head of the household'),
  parent: words('cha hoặc mẹ', 'a parent'),
};

export const birthRefusals: Readonly<Record<BirthRefusalReason, Words>> = {
  SupplementOverdue: words('quá hạn bổ sung hồ sơ', 'the supplement did not come in time'),
  OutOfScope: words('không thuộc nhóm thủ tục liên thông', 'it is outside the linked procedures'),
  WrongAuthority: words('không thuộc thẩm quyền', 'another authority is competent'),
  BirthAlreadyRegistered: words('việc sinh đã được đăng ký', 'the birth is registered already'),
  ProofOfBirthMissing: words('thiếu giấy tờ chứng minh việc sinh', 'the proof of birth is missing'),
  NameNotPermitted: words('tên của trẻ chưa phù hợp quy định', 'the child’s name is not permitted'),
  ContentConflict: words('nội dung khai chưa thống nhất', 'the declaration contradicts itself'),
};

export const { coded, listed, valueInWords } = speech({ ...spans, ...birthRefusals });
