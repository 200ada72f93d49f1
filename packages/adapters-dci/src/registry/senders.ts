/** Those who may ask (bên được phép tra cứu): their keys, where they are called back, and what each may see. */
import type { PublicKey } from '../message/signature.js';
import type { RegistryEvent } from '../vital-events.js';

export type Sender = Readonly<{
  id: string;
  keys: readonly PublicKey[];
  /** Base address of their callbacks; without one they are answered only where they ask and wait. */
  callback?: string;
  /** The events whose records they may read, and be told of. */
  sees: readonly RegistryEvent[];
  /** The fields of a person they are given, by the standard's names; all of them unless said. */
  fields?: readonly string[];
}>;

/** Only an address below the registered one: a signed message must not make us call just anybody. */
export const isTheirs = (base: string, uri: string): boolean => {
  if (!URL.canParse(uri) || !URL.canParse(base)) return false;
  const [asked, registered] = [new URL(uri), new URL(base)];
  const root = registered.pathname.replace(/\/$/, '');
  const within = asked.pathname === root || asked.pathname.startsWith(`${root}/`);
  return asked.origin === registered.origin && asked.username === '' && asked.password === '' && within;
};

export const addressOf = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;
