/**
 * What the residence register (cơ sở dữ liệu về cư trú) and the identity authority (cơ quan quản lý căn cước) are asked over
 * HTTP, purpose by purpose, each under a path of its own.
 */
import type { PurposeWire } from '@lienthong/adapters-http/wire';
import type { IdentityCardAnswer, IdentityCardToIssue } from '@lienthong/core/child-identity-card';
import type { ResidenceAnswer, ResidenceToRegister } from '@lienthong/core/permanent-residence';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import type { DeletionAnswer, ResidenceToDelete } from '@lienthong/core/residence-deletion';
import { change, changeAnswer } from './change.schema.js';
import { deletionAnswer, residenceToDelete } from './deletion.schema.js';
import { residenceAnswer, residenceToRegister } from './entry.schema.js';
import { identityCardAnswer, identityCardToIssue } from './identity-card.schema.js';

/** A verification opened on the way is told as progress `verifying`. */
export const registerResidence: PurposeWire<ResidenceToRegister, ResidenceAnswer> = {
  purpose: 'register-residence',
  path: '/entries',
  title: 'Enter a child in the residence register (đăng ký thường trú cho trẻ)',
  repeats: 'keyed',
  content: residenceToRegister,
  answer: residenceAnswer,
};

/** A record found wanting is told as progress `record-incomplete`, then `record-completed`. */
export const deleteResidence: PurposeWire<ResidenceToDelete, DeletionAnswer> = {
  purpose: 'delete-residence',
  path: '/deletions',
  title: 'Take a dead person off the residence register (xóa đăng ký thường trú)',
  repeats: 'keyed',
  content: residenceToDelete,
  answer: deletionAnswer,
};

const told = { purpose: 'tell-residence', repeats: 'keyed', content: change, answer: changeAnswer } as const;

export const tellResidenceOfBirth: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/births/changes',
  title: 'Take a change about a registered child (tiếp nhận thay đổi về trẻ đã đăng ký)',
};

export const tellResidenceOfDeath: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/deaths/changes',
  title: 'Take a death, or a change about a dead person (tiếp nhận thông tin khai tử)',
};

export const issueIdentityCard: PurposeWire<IdentityCardToIssue, IdentityCardAnswer> = {
  purpose: 'issue-identity-card',
  path: '/identity-cards',
  title: 'Issue the identity card of a child under six (cấp thẻ căn cước cho trẻ em dưới 6 tuổi)',
  repeats: 'queryable',
  content: identityCardToIssue,
  answer: identityCardAnswer,
};
