/** The samples of the guide "connect an agency". */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import { code, date, fields, oneOf, text } from '@lienthong/core/received';
import { afterAll, describe, expect, it } from 'vitest';
import { fileInbox, type Inbox, inboxReceiver } from './inbox/index.js';
import { createLine, type Fetch, httpDesk, type KnownKey, type Line, type LineNews, type LineTls } from './index.js';
import { serveAgency } from './serve/index.js';
import { answered, KEY, scripted } from './trial/wires.js';
import type { AgencyWire, PurposeWire } from './wire/index.js';

type CardToIssue = Readonly<{ bornOn: string; commune: string }>;
type CardSaid = Readonly<{ outcome: 'issued'; cardNumber: string; issuedOn: string }>;

// #region wire
const cards: PurposeWire<CardToIssue, CardSaid> = {
  purpose: 'issue-card',
  path: '/cards',
  title: 'Health-insurance card of a child under six',
  repeats: 'keyed',
  content: fields({ bornOn: date, commune: code() }),
  answer: fields({ outcome: oneOf('issued'), cardNumber: text(), issuedOn: date }),
};

const insurance: AgencyWire = { agency: 'insurance', title: 'Social insurance', version: '1.0.0', purposes: [cards] };
// #endregion wire

// #region line
type Secrets = Readonly<{ secret: string; pem: LineTls; log: (news: LineNews) => void; fetch?: Fetch }>;

const lineToInsurance = ({ secret, pem, log, fetch }: Secrets): Line =>
  createLine({
    agency: insurance.agency,
    base: 'https://insurance.example/lienthong',
    login: { tokenAddress: 'https://insurance.example/oauth/token', clientId: 'nghe-an', clientSecret: secret },
    tls: pem,
    limits: { timeoutMs: 20_000, retries: 1 },
    observe: log,
    ...(fetch && { fetch }),
  });
// #endregion line

// #region inbox
const callbacksOf = (inbox: Inbox, keys: Readonly<Record<string, KnownKey>>) =>
  inboxReceiver({
    agency: insurance,
    inbox,
    signatures: { keyOf: (keyId) => keys[keyId] },
    under: '/callbacks/insurance',
  });

const deskOf = (line: Line, inbox: Inbox) => httpDesk(line, cards, inbox);
// #endregion inbox

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('connecting an agency', () => {
  it('goes as the guide says', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const said = {
      ...answered(1),
      answer: { outcome: 'issued', cardNumber: 'TE1404000000001', issuedOn: '2023-07-12' },
    };
    const office = scripted('keyed', () => E.right(said as never), [{ key: KEY, reply: said as never }]);
    const inbox = fileInbox(folder);
    const receive = callbacksOf(inbox, { 'insurance-1': { algorithm: 'ed25519', publicKey } });
    const agency = serveAgency(
      insurance,
      { '/cards': office.desk },
      {
        login: { clients: { 'nghe-an': 'secret' } },
        signing: { keyId: 'insurance-1', algorithm: 'ed25519', privateKey },
        fetch: (address, init) => receive(new Request(address, init)),
      },
    );
    const news: LineNews[] = [];
    const line = lineToInsurance({
      secret: 'secret',
      pem: {},
      log: (one) => void news.push(one),
      fetch: (address, init) => agency.fetch(new Request(address.replace('/lienthong', ''), init)),
    });
    const desk = deskOf(line, inbox);
    const content = { bornOn: '2023-07-03', commune: '040-17464' };
    expect(await desk.ask({ key: KEY, caseId: 'c', request: 'issue-card#1', content })()).toEqual(E.right(said));
    expect(news).toMatchObject([{ agency: 'insurance', purpose: 'issue-card', code: 'ok' }]);
    expect(await agency.post('https://us.example/callbacks/insurance')).toEqual({ accepted: 1, kept: 0 });
    expect(await desk.collect()()).toMatchObject({ right: [{ key: KEY, reply: said }] });
  });
});
