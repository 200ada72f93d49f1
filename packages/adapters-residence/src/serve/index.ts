/**
 * The residence register and the identity authority from the other side (máy chủ giả lập): any desks of these kinds, doubles
 * among them, served over the contract. Each gives `{ fetch, post }`: `fetch` answers requests, `post` sends callbacks.
 */
export { serveIdentity } from './identity.js';
export { type ResidenceServeOptions, serveResidence } from './residence.js';
