/** The mistakes of a command line, in both languages. Commander speaks English only; what it quotes is what was typed. */
import type { CommanderError } from 'commander';
import type { Text } from '../language.js';

const vietnamese: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownCommand': (quoted) => `không có lệnh ${quoted}; xem lienthong --help`,
  'commander.unknownOption': (quoted) => `không có tùy chọn ${quoted}`,
  'commander.missingArgument': (quoted) => `thiếu tham số ${quoted}`,
  'commander.optionMissingArgument': (quoted) => `tùy chọn ${quoted} cần một giá trị`,
  'commander.missingMandatoryOptionValue': (quoted) => `thiếu tùy chọn bắt buộc ${quoted}`,
  'commander.invalidArgument': (quoted) => `giá trị của ${quoted} không hợp lệ`,
  'commander.excessArguments': () => 'quá nhiều tham số',
  'commander.conflictingOption': (quoted) => `tùy chọn ${quoted} không dùng chung được với tùy chọn kia`,
};

/** The first thing quoted, cut short: a slip may have put anything there. */
const quotedIn = (message: string): string => `'${(/'([^']*)'/.exec(message)?.[1] ?? '').slice(0, 40)}'`;

const english = (code: string, message: string): string => {
  const said = message.replace(/^error: /, '').replaceAll('\n', ' ');
  // What was typed as a value is not repeated: it may be anybody's data.
  return code === 'commander.invalidArgument'
    ? said.replace(/ argument '[\s\S]*' is invalid\./, ' has an invalid value.')
    : said.slice(0, 200);
};

export const usageText = ({ code, message }: CommanderError): Text => ({
  vi: (vietnamese[code] ?? (() => 'lệnh chưa đúng; xem lienthong --help'))(quotedIn(message)),
  en: english(code, message),
});
