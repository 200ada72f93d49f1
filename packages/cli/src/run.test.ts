import { describe, expect, it } from 'vitest';
import { lienthong, lienthongWith } from './harness/lienthong.js';

describe('the lienthong command', () => {
  it('shows how it is used, in the language of the reader', async () => {
    const english = await lienthong('--help');
    expect(english).toMatchObject({ status: 0, err: '' });
    expect(english.out).toContain('Usage: lienthong');
    const vietnamese = await lienthongWith({ env: { LANG: 'vi_VN.UTF-8' } })('law', '--help');
    expect(vietnamese.out).toContain('Cách dùng: lienthong law');
    expect((await lienthong('deadlines', '--help')).out).toContain('--received <INSTANT>');
  });

  it('prints its version', async () => {
    expect(await lienthong('--version')).toMatchObject({ status: 0 });
  });

  it.each([
    [['fly'], "unknown command 'fly'"],
    [['law', '--frobnicate'], "unknown option '--frobnicate'"],
    [['deadlines', 'birth'], "required option '--received <INSTANT>' not specified"],
    [['personal-number', 'check'], "missing required argument 'NUMBER'"],
    [['personal-number'], ''],
    [[], ''],
    [['law', '--lang', 'fr'], '--lang'],
  ])('answers bad usage %j with one line and exit 2', async (argv, said) => {
    const { status, out, err } = await lienthong(...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('answers bad usage in Vietnamese too', async () => {
    expect((await lienthong('fly', '--lang', 'vi')).err).toBe(
      "Lệnh chưa đúng: không có lệnh 'fly'; xem lienthong --help\n",
    );
  });

  it('answers with problem JSON (RFC 9457) when JSON is asked for', async () => {
    const { status, json, err } = await lienthong('fly', '--json');
    expect(status).toBe(2);
    expect(err).toBe('');
    expect(json()).toEqual({
      type: 'urn:lienthong:problem:bad-usage',
      title: 'Bad usage',
      status: 400,
      detail: "unknown command 'fly'",
      exit: 2,
    });
  });

  it('never shows a stack trace, nor what a mistake of ours quotes', async () => {
    const clock = () => {
      throw new TypeError('Nguyễn Văn A');
    };
    const { status, err } = await lienthongWith({ now: clock })('law');
    expect(status).toBe(3);
    expect(err).toContain('TypeError');
    expect(err).not.toMatch(/Nguyễn|\n\s+at /);
  });

  it('ends with 130 when interrupted', async () => {
    expect(await lienthongWith({ interrupted: AbortSignal.abort() })('law')).toMatchObject({
      status: 130,
      err: '\nInterrupted; what was recorded stands.\n',
    });
  });
});
