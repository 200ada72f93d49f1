/** The two languages of the command (tiếng Việt, English). */

export type Language = 'vi' | 'en';

/** One sentence in both languages; they say the same. */
export type Text = Readonly<Record<Language, string>>;

/** What `--lang` says, else what the locale says (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export const languageOf = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language => {
  const at = argv.lastIndexOf('--lang');
  const asked = at >= 0 ? argv[at + 1] : argv.findLast((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  if (asked === 'vi' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^vi([_.@-]|$)/i.test(locale) ? 'vi' : 'en';
};

/** Text that is the same in both languages: a code, a number, a date. */
export const same = (written: string): Text => ({ vi: written, en: written });
