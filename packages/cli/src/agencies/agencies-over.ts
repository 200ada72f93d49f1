/** Desks of all agencies over HTTP (cửa tiếp nhận qua mạng): one line an agency, below one address or at addresses of their own. */
import { createLine, type LineNews, type LineOptions } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import { type Desks, DIRECTORY } from './directory.js';

export type AgenciesOptions = Readonly<{
  /** The base address of an agency, by its coded name. */
  addressOf: (agency: string) => string;
  /** Where callbacks are kept; without one the agencies are polled. */
  inbox?: Inbox;
  /** Client credentials, where the agencies want a login. */
  client?: Readonly<{ id: string; secret: string }>;
  limits?: LineOptions['limits'];
  observe?: (news: LineNews) => void;
}>;

export type OpenAgencies = Desks & Readonly<{ close: () => Promise<void> }>;

const TOKENS = '/oauth/token';

export const agenciesOver = ({ addressOf, inbox, client, limits, observe }: AgenciesOptions): OpenAgencies => {
  const opened = DIRECTORY.map(({ wire: { agency }, open }) => {
    const base = addressOf(agency).replace(/\/+$/, '');
    const login = client && { tokenAddress: `${base}${TOKENS}`, clientId: client.id, clientSecret: client.secret };
    const line = createLine({
      agency,
      base,
      ...(login && { login }),
      ...(limits && { limits }),
      ...(observe && { observe }),
    });
    return { line, desks: open(line, inbox) };
  });
  const together = <Part extends 'births' | 'deaths'>(part: Part): Desks[Part] =>
    Object.assign({}, ...opened.map(({ desks }) => desks[part])) as Desks[Part];
  return {
    births: together('births'),
    deaths: together('deaths'),
    close: async () => void (await Promise.all(opened.map(({ line }) => line.close()))),
  };
};

/** All agencies below one address, each under its coded name, as the sandbox has them. */
export const below =
  (address: string) =>
  (agency: string): string =>
    `${address.replace(/\/+$/, '')}/${agency}`;
