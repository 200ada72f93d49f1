/**
 * What one agency takes and says over HTTP about one purpose (hợp đồng dữ liệu): its path, what it is sent, what it answers.
 * The schemas validate what comes, and the agency's OpenAPI document is made from the same ones.
 */
import type { Received } from '@lienthong/core/received';
import type { Purpose, Repeats } from '@lienthong/core/requests';

export type PurposeWire<Content, Answer> = Readonly<{
  purpose: Purpose;
  /** Below the agency's base address, such as `/births`. */
  path: `/${string}`;
  title: string;
  /** What the agency promises about repeats (R9). */
  repeats: Repeats;
  content: Received<Content>;
  answer: Received<Answer>;
}>;

/** As much of a wire as the document and the server need. */
export type AnyPurposeWire = PurposeWire<unknown, unknown>;

/** All that one agency takes: one base address, one login, one OpenAPI document. */
export type AgencyWire = Readonly<{
  /** The agency's coded name, as in faults and figures: `residence-register`. */
  agency: string;
  title: string;
  version: string;
  purposes: readonly AnyPurposeWire[];
}>;
