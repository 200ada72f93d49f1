/** The identity authority as a server (cơ quan căn cước trên mạng): any desk of this kind, spoken to over the contract. */
import { type ServedAgency, type ServeOptions, serveAgency } from '@lienthong/adapters-http/serve';
import type { IdentityDesks } from '../desks.js';
import { identityWire } from '../wire/agencies.js';
import { issueIdentityCard } from '../wire/purposes.js';

export const serveIdentity = ({ births }: IdentityDesks, options: ServeOptions = {}): ServedAgency =>
  serveAgency(identityWire, { [issueIdentityCard.path]: births['issue-identity-card'] }, options);
