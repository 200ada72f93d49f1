/** Whose signature a message carries (RFC 9421): one party's that is known here, over these very bytes, and fresh. */
import { isSigned, type KnownKey } from '../signing/verifying.js';

export type SignerKeys = Readonly<{
  /** Whose key goes by this id, if anybody's here. */
  signerOf: (keyId: string) => Readonly<{ signer: string; key: KnownKey }> | undefined;
  /** How far from now a signature may have been made; the line's own limit unless told. */
  freshMs?: number;
  now?: () => number;
}>;

/** The signer's code; `undefined` where no signature holds, or where several parties' signatures stand side by side. */
export const signerOfRequest = async (
  { signerOf, freshMs, now }: SignerKeys,
  request: Request,
  body: Uint8Array,
): Promise<string | undefined> => {
  const named = new Set<string>();
  const keyOf = (keyId: string): KnownKey | undefined => {
    const known = signerOf(keyId);
    if (known !== undefined) named.add(known.signer);
    return known?.key;
  };
  const holds = await isSigned(
    { keyOf, ...(freshMs !== undefined && { freshMs }), ...(now !== undefined && { now }) },
    request,
    body,
  );
  return holds && named.size === 1 ? [...named][0] : undefined;
};
