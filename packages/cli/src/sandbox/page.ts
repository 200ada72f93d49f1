/**
 * The status page (trang trạng thái): one HTML page that loads nothing, in Vietnamese or English, usable by keyboard and without
 * scripts. It shows ids of what the agencies did, and nothing they wrote about anybody.
 */
import { createHash } from 'node:crypto';
import { inVietnam } from '@lienthong/core';
import type { Effect, Queue, System, Weather } from '@lienthong/testing/agencies';
import { SYSTEMS } from '@lienthong/testing/agencies';
import { DIRECTORY } from '../agencies/directory.js';
import type { Language, Text } from '../language.js';
import { systemText, pageWords as words } from '../words/sandbox.js';
import type { Inside } from './sandbox.js';

/** Effects shown of each agency, the newest ones. */
const SHOWN = 50;
const MINUTE = 60_000;

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
form{margin:0}fieldset{border:1px solid #767676;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}
label{display:inline-block}code{overflow-wrap:anywhere}nav a{margin-right:1rem}input[type=number]{width:7rem}
.on{font-weight:600}@media (max-width:40rem){table{display:block;overflow-x:auto}}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export const pageLanguage = (request: Request): Language => {
  const asked = new URL(request.url).searchParams.get('lang');
  if (asked === 'vi' || asked === 'en') return asked;
  return /^\s*vi\b/i.test(request.headers.get('accept-language') ?? '') ? 'vi' : 'en';
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Say = (text: Text) => string;

const row = (cells: readonly string[]): string => {
  const [first = '', ...rest] = cells;
  return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};

const table = (caption: string, heads: readonly string[], rows: readonly string[]): string =>
  `<table><caption>${caption}</caption><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

const switches = (
  say: Say,
  language: Language,
  system: System,
  { door, losesAnswers, repeats, delayMs = 0 }: Weather,
): string => {
  const name = escaped(say(systemText[system]));
  const option = (value: string, text: Text): string =>
    `<option value="${value}"${value === (door ?? '') ? ' selected' : ''}>${escaped(say(text))}</option>`;
  const box = (field: string, on: boolean | undefined, text: Text): string =>
    `<label><input type="checkbox" name="${field}"${on === true ? ' checked' : ''}> ${escaped(say(text))}</label>`;
  return `<form method="post" action="/control/systems/${system}?lang=${language}"><fieldset><legend>${name}</legend>
<label>${escaped(say(words.door))} <select name="door">${option('', words.open)}${option('unreachable', words.down)}${option('login-refused', words.loginRefused)}${option('busy', words.busy)}</select></label>
${box('losesAnswers', losesAnswers, words.losesAnswers)}${box('repeats', repeats, words.repeats)}
<label>${escaped(say(words.delay))} <input type="number" name="delayMinutes" min="0" max="86400" value="${delayMs / MINUTE}"></label>
<button>${escaped(say(words.apply))}</button></fieldset></form>`;
};

const clockPart = (say: Say, language: Language, { clock }: Inside): string => {
  const { date, msOfDay } = inVietnam(clock.now());
  const time = new Date(msOfDay).toISOString().slice(11, 19);
  return `<p>${escaped(say(words.now))}: <time datetime="${clock.now()}">${date} ${time}</time></p>
<form method="post" action="/control/clock?lang=${language}"><fieldset><legend>${escaped(say(words.clock))}</legend>
<label>${escaped(say(words.rate))} <input type="number" name="rate" min="0" max="1000000" value="${clock.rate()}"></label>
<label>${escaped(say(words.step))} <input type="number" name="stepMinutes" min="0" max="527040" value="0"></label>
<button>${escaped(say(words.apply))}</button></fieldset></form>`;
};

const queueRows = (queues: readonly Queue[]): readonly string[] =>
  queues.map(({ agency, purpose, open, putAway, replies }) =>
    row([`${agency} <code>${purpose}</code>`, String(open), String(putAway), String(replies)]),
  );

const recordsPart = (say: Say, agency: string, title: string, effects: readonly Effect[]): string => {
  const own = effects.filter((effect) => effect.agency === agency);
  const newest = own.slice(-SHOWN).reverse();
  const rows = newest.map(({ at, purpose, caseId, key }) =>
    row([at, purpose, `<code>${escaped(caseId)}</code>`, `<code>${escaped(key)}</code>`]),
  );
  const heads = [words.at, words.purpose, words.caseId, words.key].map((text) => escaped(say(text)));
  const document = `<p><a href="/${agency}/openapi.json">${escaped(say(words.document))}</a></p>`;
  const caption = `${escaped(say(words.records))}: ${own.length}`;
  const shown = own.length === 0 ? `<p>${escaped(say(words.nothing))}</p>` : table(caption, heads, rows);
  return `<section aria-labelledby="of-${agency}"><h3 id="of-${agency}">${escaped(title)}</h3>${document}${shown}</section>`;
};

const body = (inside: Inside, language: Language): string => {
  const say: Say = (text) => text[language];
  const { doubles, weather, faults, callback } = inside;
  const effects = doubles.effects();
  const queues = [words.office, words.openFiles, words.putAway, words.replies].map((text) => escaped(say(text)));
  return `<nav aria-label="${escaped(say(words.language))}"><a href="/?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a><a href="/?lang=en" lang="en" hreflang="en">English</a></nav>
<main><h1>${escaped(say(words.title))}</h1><p>${escaped(say(words.about))}</p>
<p>${escaped(say(words.profile))}: <code>${faults}</code>. ${escaped(say(words.callback))}: <code>${escaped(callback ?? '-')}</code>. <a href="/?lang=${language}">${escaped(say(words.refresh))}</a></p>
<h2>${escaped(say(words.clock))}</h2>${clockPart(say, language, inside)}
<h2>${escaped(say(words.faults))}</h2>${SYSTEMS.map((system) => switches(say, language, system, weather.of(system))).join('')}
<h2>${escaped(say(words.waiting))}</h2>${table(escaped(say(words.waiting)), queues, queueRows(doubles.queues()))}
<h2>${escaped(say(words.records))}</h2>${DIRECTORY.map(({ wire }) => recordsPart(say, wire.agency, wire.title, effects)).join('')}</main>`;
};

export const statusPage = (inside: Inside, language: Language): Response =>
  new Response(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title[language])}</title><style>${STYLE}</style></head><body>${body(inside, language)}</body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    },
  );
