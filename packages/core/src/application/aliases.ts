/**
 * Aliases (bảng đối chiếu mã hồ sơ): the codes other systems give a case, such as `G22.99.08-…` on the portal. The case's own id
 * stays the one that counts; a code only helps to find it.
 */
import type { Command, DomainEvent } from '../kernel/index.js';

export type Alias = Readonly<{ system: string; code: string }>;

export type AliasRecorded = DomainEvent<'AliasRecorded'> & Alias;
export type RecordAlias = Command<'RecordAlias', Alias>;

export const hasAlias = (known: readonly Alias[], { system, code }: Alias): boolean =>
  known.some((alias) => alias.system === system && alias.code === code);
