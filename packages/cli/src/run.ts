/** Runs one command line: parses it, does the work, prints the answer or the problem, and gives the exit status. */
import { E } from '@lienthong/core/fp';
import { Command, CommanderError, Option } from 'commander';
import { commands } from './commands/index.js';
import type { Answer, Context, Does } from './frame.js';
import type { Io } from './io.js';
import { languageOf, type Text } from './language.js';
import { badUsage, type Problem, toJson } from './problem.js';
import { version } from './version.js';
import { usageText } from './words/usage.js';

/** 128 + SIGINT, as shells have it. */
const INTERRUPTED = 130;

/** How long a command that ends by itself may take over it, in milliseconds. */
const ENDING_MS = 10_000;

const about: Text = {
  vi: 'Liên thông khai sinh, khai tử: mô phỏng, nộp, quyết định, kiểm tra và giải thích hồ sơ.',
  en: 'The interconnected services for births and deaths: simulate, file, decide, replay and explain cases.',
};

const optionTexts = {
  json: { vi: 'in một tài liệu JSON', en: 'print one JSON document' },
  lang: { vi: 'ngôn ngữ: vi hoặc en (mặc định theo LANG)', en: 'language: vi or en (default from LANG)' },
  help: { vi: 'xem cách dùng', en: 'how it is used' },
  version: { vi: 'xem phiên bản', en: 'print the version' },
} as const satisfies Readonly<Record<string, Text>>;

const interrupted: Text = {
  vi: '\nĐã dừng; những gì đã ghi vẫn còn nguyên.',
  en: '\nInterrupted; what was recorded stands.',
};

const titles: Readonly<Record<string, Text>> = {
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Tham số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Global Options:': { vi: 'Tùy chọn chung:', en: 'Global options:' },
  'Commands:': { vi: 'Các lệnh:', en: 'Commands:' },
};

/** Everything a command may do to end early goes through here, so that nothing ends the process by itself. */
const settle = (command: Command, context: Context, help: (text: string) => void): void => {
  command
    .exitOverride()
    .helpOption('-h, --help', context.say(optionTexts.help))
    .helpCommand(false)
    .configureOutput({ writeOut: help, writeErr: help, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title]?.[context.language] ?? title });
  for (const child of command.commands) settle(child, context, help);
};

const print = async ({ io, json }: Context, answer: Answer): Promise<void> => {
  if (json && answer.json !== undefined) await io.out(`${JSON.stringify(answer.json, null, 2)}\n`);
  if (!json && answer.lines !== undefined) await io.out(`${answer.lines.join('\n')}\n`);
};

const complain = async ({ io, json, language, say }: Context, problem: Problem): Promise<void> => {
  if (json) return io.out(`${JSON.stringify(toJson(problem, language), null, 2)}\n`);
  io.err(`${say(problem.title)}: ${say(problem.detail)}\n`);
  for (const { message } of problem.refusals ?? []) io.err(`  - ${say(message)}\n`);
};

/** A slip of ours. Its message may quote data, so only its kind is told. */
const ourMistake = (error: unknown): Problem => ({
  kind: 'our-mistake',
  exit: 3,
  status: 500,
  title: { vi: 'Lỗi của chương trình', en: 'A mistake of this program' },
  detail: {
    vi: `Chương trình gặp lỗi ngoài dự kiến (${nameOf(error)}); những gì đã ghi vẫn còn nguyên.`,
    en: `This program met something it did not expect (${nameOf(error)}); what was recorded stands.`,
  },
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Once the signal has come, and the command has had as long as it may take over its end. */
const interruption = (signal: AbortSignal, graceMs: () => number): Promise<typeof INTERRUPTED> =>
  new Promise((done) => {
    const stop = (): void => {
      if (graceMs() === 0) done(INTERRUPTED);
      else setTimeout(() => done(INTERRUPTED), graceMs()).unref();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** The exit status; never throws and never ends the process. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  const language = languageOf(argv, io.env);
  const context: Context = {
    io,
    language,
    say: (text) => text[language],
    json: argv.includes('--json'),
    endsByItself: () => {
      graceMs = ENDING_MS;
    },
  };
  let status = 0;
  let graceMs = 0;

  const does: Does =
    (work) =>
    async (...args) => {
      const result = await work(context, ...args)();
      if (E.isRight(result)) await print(context, result.right);
      else await complain(context, result.left);
      status = E.isRight(result) ? result.right.exit : result.left.exit;
    };

  const told: string[] = [];
  const program = new Command('lienthong')
    .description(context.say(about))
    .version(version, '-V, --version', context.say(optionTexts.version))
    .option('--json', context.say(optionTexts.json))
    .addOption(new Option('--lang <language>', context.say(optionTexts.lang)).choices(['vi', 'en']));
  for (const join of commands) join(program, { say: context.say, does });
  settle(program, context, (text) => void told.push(text));

  const work = async (): Promise<number> => {
    try {
      await program.parseAsync([...argv], { from: 'user' });
      return status;
    } catch (error) {
      if (error instanceof CommanderError && error.exitCode === 0) {
        await io.out(told.join(''));
        return 0;
      }
      const problem = error instanceof CommanderError ? badUsage(usageText(error)) : ourMistake(error);
      if (told.length > 0 && !context.json) io.err(told.join(''));
      else await complain(context, problem);
      return problem.exit;
    }
  };
  const ended = await Promise.race([work(), interruption(io.interrupted, () => graceMs)]);
  if (ended === INTERRUPTED) io.err(`${context.say(interrupted)}\n`);
  return ended;
};
