/** Problems (RFC 9457) told to whoever sends something in: the place and what was expected there, never the value. */
import type { Fault, Malformed, OutcomeUnknown, Refusal } from '@lienthong/core';

const URI = 'urn:lienthong:problem:';

/** The law's no in the words of whoever runs the receiver. */
export type SayRefusal = (refusal: Refusal) => string;

export type Told = Readonly<{
  kind: string;
  status: number;
  title: string;
  errors?: readonly Malformed[];
  refusals?: readonly (Refusal & Readonly<{ message: string }>)[];
  retryAfterSeconds?: number;
}>;

export const problemResponse = ({ kind, status, title, errors, refusals, retryAfterSeconds }: Told): Response =>
  new Response(
    JSON.stringify({
      type: `${URI}${kind}`,
      title,
      status,
      ...(errors !== undefined && { errors }),
      ...(refusals !== undefined && { refusals }),
    }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        ...(retryAfterSeconds !== undefined && { 'retry-after': `${retryAfterSeconds}` }),
      },
    },
  );

export const notFound: Told = { kind: 'not-found', status: 404, title: 'Không tìm thấy (not found)' };
export const onlyPost: Told = { kind: 'method', status: 405, title: 'Chỉ nhận POST (POST only)' };
export const notJson: Told = { kind: 'not-json', status: 415, title: 'Cần JSON, UTF-8 (JSON in UTF-8 only)' };
export const tooLong: Told = { kind: 'too-long', status: 413, title: 'Dữ liệu quá lớn (too long)' };
/** Whoever signed must not learn which part of the signature failed. */
export const notSigned: Told = {
  kind: 'not-signed',
  status: 401,
  title: 'Chữ ký không kiểm tra được (no signature that holds)',
};
export const notYours: Told = {
  kind: 'not-yours',
  status: 403,
  title: 'Người ký không được gửi thay người khác (signed by another than it speaks for)',
};

export const malformedProblem = (errors: readonly Malformed[]): Told => ({
  kind: 'bad-input',
  status: 400,
  title: 'Dữ liệu chưa đúng (bad input)',
  errors,
});

/** The law says no. */
export const refusedProblem = (refusals: readonly Refusal[], say: SayRefusal): Told => ({
  kind: 'refused',
  status: 422,
  title: 'Pháp luật không cho phép (the law says no)',
  refusals: refusals.map((refusal) => ({ ...refusal, message: say(refusal) })),
});

const PAUSE_SECONDS = 30;

/** What a fault means to whoever sent something in. Sending the very same again never writes it twice. */
export const faultProblem = (fault: Fault | OutcomeUnknown): Told => {
  switch (fault.kind) {
    case 'OutcomeUnknown':
      return {
        kind: 'outcome-unknown',
        status: 503,
        title: 'Chưa rõ kết quả, hãy gửi lại đúng như cũ (outcome unknown, send the very same again)',
        retryAfterSeconds: PAUSE_SECONDS,
      };
    case 'Unavailable':
    case 'Conflict':
    case 'Contended':
      return {
        kind: 'out-of-reach',
        status: 503,
        title: 'Chưa ghi được, hãy gửi lại (not recorded, send again)',
        retryAfterSeconds: PAUSE_SECONDS,
      };
    case 'BadInput':
      return malformedProblem([{ at: fault.at, expected: fault.expected }]);
    case 'CommandIdReused':
    case 'IdReused':
    case 'Stale':
    case 'ClockBehind':
      return { kind: 'out-of-date', status: 409, title: 'Đã có thay đổi (things have changed)' };
    case 'Unreadable':
      return { kind: 'unreadable', status: 500, title: 'Hồ sơ không đọc được (the record cannot be read)' };
  }
};
