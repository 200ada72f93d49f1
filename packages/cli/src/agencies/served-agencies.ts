/** All doubles behind one handler (máy chủ của mọi cơ quan): each agency below its coded name, its callbacks posted on demand. */
import type { PostedReplies, ServedAgency, ServeOptions } from '@lienthong/adapters-http/serve';
import type { JsonObject } from '@lienthong/core/evidence';
import { type Desks, DIRECTORY } from './directory.js';

export type ServedAgencies = Readonly<{
  /** The answer to a request below an agency's name; `undefined` for one that is for none of them. */
  fetch: (request: Request) => Promise<Response | undefined>;
  /** Posts what is due, each agency's below its own name. */
  post: (callback: string) => Promise<PostedReplies>;
}>;

/** The document says below which path the agency stands. */
const withServers = async (answer: Response, agency: string): Promise<Response> => {
  if (!answer.ok) return answer;
  const document = (await answer.json()) as JsonObject;
  return Response.json({ ...document, servers: [{ url: `/${agency}` }] });
};

/** The same request without the agency's name before its path. */
const inside = (request: Request, url: URL, agency: string): Request => {
  const path = url.pathname.slice(agency.length + 1);
  return new Request(`${url.origin}${path === '' ? '/' : path}${url.search}`, request);
};

const DOCUMENT = '/openapi.json';

export type ServingOptions = Omit<ServeOptions, 'hangUp'> & Readonly<{ hangUp?: (outer: Request) => void }>;

export const servedAgencies = (desks: Desks, { hangUp, ...options }: ServingOptions): ServedAgencies => {
  const outer = new WeakMap<Request, Request>();
  const cut = (request: Request): void => {
    const known = outer.get(request);
    if (known !== undefined) hangUp?.(known);
  };
  const served: ReadonlyMap<string, ServedAgency> = new Map(
    DIRECTORY.map(({ wire, serve }) => [wire.agency, serve(desks, { ...options, hangUp: cut })]),
  );
  return {
    fetch: async (request) => {
      const url = new URL(request.url);
      const agency = url.pathname.split('/')[1] ?? '';
      const one = served.get(agency);
      if (one === undefined) return undefined;
      const within = inside(request, url, agency);
      outer.set(within, request);
      const answer = await one.fetch(within);
      return url.pathname.endsWith(DOCUMENT) ? withServers(answer, agency) : answer;
    },
    post: async (callback) => {
      const sum = { accepted: 0, kept: 0 };
      for (const [agency, one] of served) {
        const { accepted, kept } = await one.post(`${callback.replace(/\/+$/, '')}/${agency}`);
        sum.accepted += accepted;
        sum.kept += kept;
      }
      return sum;
    },
  };
};
