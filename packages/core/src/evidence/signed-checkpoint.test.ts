import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { fromBase64, toBase64 } from './base64.js';
import { type Checkpoint, checkpointText, readCheckpointText } from './checkpoint.js';
import { cosign, openCheckpoint, readCheckpoint, signCheckpoint } from './signed-checkpoint.js';
import { noteText, readNote, readVerifierKey, verifierKeyText } from './signed-note.js';
import {
  type CheckpointSigner,
  ed25519Signer,
  publicKeyOfSpki,
  readSigningKey,
  seedOfPkcs8,
  signingKeyText,
} from './signing-keys.js';

const right = <T>(either: E.Either<unknown, T>): T => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

const seed = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(n);
const signerNo = async (n: number, name = 'example.vn/log', algorithm: 1 | 4 = 1): Promise<CheckpointSigner> =>
  right(await ed25519Signer({ name, algorithm, seed: seed(n) })());

const checkpoint: Checkpoint = { origin: 'example.vn/log', size: 1234, root: 'ab'.repeat(32) };

const anyLine = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
const anyCheckpoint = fc.record({
  origin: anyLine,
  size: fc.maxSafeNat(),
  root: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')),
});

/** The note of the reference documentation of Go's `sumdb/note`: key, text and signature as they are published there. */
const published = {
  signing: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifying: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

describe('a checkpoint', () => {
  it('is three lines: which log, how many events, and the root', () => {
    expect(right(checkpointText(checkpoint))).toBe(
      'example.vn/log\n1234\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n',
    );
  });

  it('reads as it was written', () => {
    fc.assert(
      fc.property(anyCheckpoint, fc.array(anyLine, { maxLength: 3 }), (said, extensions) => {
        const whole = extensions.length === 0 ? said : { ...said, extensions };
        expect(readCheckpointText(right(checkpointText(whole)))).toEqual(E.right(whole));
      }),
    );
  });

  it.each([
    ['a leading zero', 'log\n01\nROOT\n'],
    ['a sign', 'log\n+1\nROOT\n'],
    ['a space after the size', 'log\n1 \nROOT\n'],
    ['a size beyond counting', 'log\n9007199254740993\nROOT\n'],
    ['no name', '\n1\nROOT\n'],
    ['a root too short', 'log\n1\nqw==\n'],
    ['a root in another spelling', 'log\n1\nROOT=\n'],
    ['an empty extension', 'log\n1\nROOT\n\n'],
    ['two lines', 'log\n1\n'],
    ['no end', 'log\n1\nROOT'],
  ])('is refused with %s', (_, text) => {
    const root = toBase64(hexToBytes(checkpoint.root));
    expect(readCheckpointText(text.replace('ROOT', root))).toMatchObject({ _tag: 'Left' });
    expect(readCheckpointText('log\n1\nROOT\n'.replace('ROOT', root))).toMatchObject({ _tag: 'Right' });
  });

  it('cannot be made to say another thing by a line feed in a name', () => {
    expect(checkpointText({ ...checkpoint, origin: 'evil\n999' })).toMatchObject({ _tag: 'Left' });
    expect(checkpointText({ ...checkpoint, extensions: ['a\nb'] })).toMatchObject({ _tag: 'Left' });
    expect(checkpointText({ ...checkpoint, size: -1 })).toMatchObject({ _tag: 'Left' });
    expect(checkpointText({ ...checkpoint, root: 'AB'.repeat(32) })).toMatchObject({ _tag: 'Left' });
  });
});

describe('a signed note', () => {
  it('carries the very signature that other programs make with the same key', async () => {
    const signer = right(await readSigningKey(published.signing)());
    expect(verifierKeyText(signer.key)).toBe(published.verifying);
    const signature = right(await signer.sign(new Uint8Array(utf8ToBytes(published.text)))());
    const { name, keyId } = signer.key;
    expect(noteText({ text: published.text, signatures: [{ name, keyId, signature }] })).toBe(
      `${published.text}\n${published.line}`,
    );
  });

  it('gives a witness key the id that other programs give it', () => {
    const key = readVerifierKey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2');
    expect(key).toMatchObject({ _tag: 'Right', right: { name: 'remora.n621.de', algorithm: 4 } });
  });

  it('takes text with empty lines, and parts at the last one', () => {
    const note = right(readNote(`a\n\nb\n\n${published.line}`));
    expect(note.text).toBe('a\n\nb\n');
    expect(noteText(note)).toBe(`a\n\nb\n\n${published.line}`);
  });

  it.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no blank line', `text\n${published.line}`],
    ['a tab', `te\txt\n\n${published.line}`],
    ['a carriage return', `text\r\n\n${published.line}`],
    ['a line that is no signature', `text\n\n${published.line}more\n`],
    ['a hyphen for the dash', `text\n\n${published.line.replace('—', '-')}`],
    ['no end', `text\n\n${published.line.trimEnd()}`],
    ['a signature too short', 'text\n\n— name AAAA\n'],
    ['base64 in another spelling', 'text\n\n— name AAAAAAB=\n'],
    ['a plus in a name', `text\n\n${published.line.replace('PeterNeumann', 'Peter+Neumann')}`],
    ['a space of another script in a name', `text\n\n${published.line.replace('PeterNeumann', 'Peter\u2003Neumann')}`],
    ['half a sign', `te\ud800xt\n\n${published.line}`],
    ['too many signatures', `text\n\n${published.line.repeat(101)}`],
  ])('is refused with %s', (_, written) => {
    expect(readNote(written)).toMatchObject({ _tag: 'Left' });
  });

  it('names keys and never looks them up in an object', async () => {
    const note = `log\n0\n${toBase64(hexToBytes(checkpoint.root))}\n\n${published.line.replace('PeterNeumann', '__proto__')}`;
    const opened = await openCheckpoint(note, [right(readVerifierKey(published.verifying))])();
    expect(opened).toEqual(E.left({ kind: 'Unsigned' }));
    expect(right(readNote(note)).signatures[0]?.name).toBe('__proto__');
  });

  it.each([
    ['another id', (text: string) => text.replace('c74f20a3', 'c74f20a4')],
    ['another name', (text: string) => text.replace('Peter', 'Petra')],
    ['a key too short', (text: string) => text.slice(0, -4)],
    ['an algorithm nobody knows', (text: string) => text.replace(/\+A(?=[RY])/, '+B')],
    ['no id', (text: string) => text.replace('+c74f20a3', '')],
    ['a space', (text: string) => text.replace('Peter', 'Peter ')],
  ])('is not checked with a key that has %s', async (_, change) => {
    expect(readVerifierKey(published.verifying)).toMatchObject({ _tag: 'Right' });
    expect(readVerifierKey(change(published.verifying))).toMatchObject({ _tag: 'Left' });
    expect(await readSigningKey(change(published.signing))()).toMatchObject({ _tag: 'Left' });
  });
});

describe('a signed checkpoint', () => {
  it('opens for whoever trusts the key, and says who signed', async () => {
    const signer = await signerNo(1);
    const note = right(await signCheckpoint(signer, checkpoint)());
    const { checkpoint: read, signedBy } = right(await openCheckpoint(note, [signer.key])());
    expect({ read, signedBy }).toEqual({ read: checkpoint, signedBy: [{ name: 'example.vn/log' }] });
  });

  it('opens for a key without a name', async () => {
    const signer = await signerNo(1);
    const note = right(await signCheckpoint(signer, checkpoint)());
    const spki = new Uint8Array([...hexToBytes('302a300506032b6570032100'), ...signer.key.publicKey]);
    const publicKey = publicKeyOfSpki(spki);
    if (publicKey === undefined) throw new Error('no key');
    expect(right(await openCheckpoint(note, [{ publicKey }])()).signedBy).toEqual([{ name: 'example.vn/log' }]);
    expect(publicKeyOfSpki(spki.slice(1))).toBeUndefined();
  });

  it('says nothing for a key that did not sign it, of the same name even', async () => {
    const note = right(await signCheckpoint(await signerNo(1), checkpoint)());
    const other = await signerNo(2);
    expect(await openCheckpoint(note, [other.key])()).toEqual(E.left({ kind: 'Unsigned' }));
    expect(right(readCheckpoint(note)).signedBy).toEqual([]);
  });

  it('is refused after any change of a bit that a trusted key answers for', async () => {
    const signer = await signerNo(1);
    const note = right(await signCheckpoint(signer, checkpoint)());
    const bytes = new TextEncoder().encode(note);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7)));
      const opened = await openCheckpoint(new TextDecoder().decode(flipped), [signer.key])();
      if (E.isRight(opened)) expect.fail(`bit ${bit} may be flipped unseen`);
    }
  });

  it('passes over unknown signatures, and is condemned by one false signature of a known key', async () => {
    const [signer, stranger] = [await signerNo(1), await signerNo(2, 'stranger.example')];
    const note = right(readNote(right(await signCheckpoint(signer, checkpoint)())));
    const strange = { name: 'stranger.example', keyId: stranger.key.keyId, signature: new Uint8Array(64) };
    const two = noteText({ ...note, signatures: [strange, ...note.signatures] });
    expect(right(await openCheckpoint(two, [signer.key])()).signedBy).toEqual([{ name: 'example.vn/log' }]);
    expect(await openCheckpoint(two, [signer.key, stranger.key])()).toEqual(
      E.left({ kind: 'SignatureInvalid', name: 'stranger.example' }),
    );
  });

  it('takes a witness’s signature with its time, which cannot be changed either', async () => {
    const [log, other] = [await signerNo(1), await signerNo(3, 'witness.example/w1', 4)];
    const note = right(readNote(right(await signCheckpoint(log, checkpoint)())));
    const cosigned = right(await cosign(other, note, 1_679_315_147)());
    const opened = right(await openCheckpoint(cosigned, [log.key, other.key])());
    expect(opened.signedBy).toEqual([{ name: 'example.vn/log' }, { name: 'witness.example/w1', at: 1_679_315_147 }]);
    const [first, second] = right(readNote(cosigned)).signatures;
    if (first === undefined || second === undefined) throw new Error('two were made');
    const later = { ...second, signature: second.signature.with(7, (second.signature[7] as number) ^ 1) };
    const moved = noteText({ ...note, signatures: [first, later] });
    expect(await openCheckpoint(moved, [other.key])()).toEqual(
      E.left({ kind: 'SignatureInvalid', name: 'witness.example/w1' }),
    );
    // A plain signature is none of a witness, though the key be the same.
    expect(other.key.keyId).not.toBe((await signerNo(3, 'witness.example/w1', 1)).key.keyId);
  });
});

describe('a signing key', () => {
  it('reads as it was written', async () => {
    const key = { name: 'example.vn/log', algorithm: 1, seed: seed(7) } as const;
    const signer = right(await ed25519Signer(key)());
    const text = signingKeyText(key, signer);
    expect(right(await readSigningKey(text)()).key).toEqual(signer.key);
    expect(await readSigningKey(text.replace('PRIVATE+KEY+', ''))()).toMatchObject({ _tag: 'Left' });
  });

  it('comes out of PKCS#8 as OpenSSL writes it, and of nothing else', () => {
    const der = fromBase64('MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g') as Uint8Array;
    expect(seedOfPkcs8(der)?.slice(0, 4)).toEqual(hexToBytes('9d61b19d'));
    expect(seedOfPkcs8(der.slice(0, -1))).toBeUndefined();
    expect(seedOfPkcs8(der.with(11, 0x6f))).toBeUndefined();
  });

  it('that is none is a fault of its own', async () => {
    expect(await ed25519Signer({ name: 'a', algorithm: 1, seed: new Uint8Array(3) })()).toEqual(
      E.left({ kind: 'CannotSign', algorithm: 'Ed25519' }),
    );
  });
});
