/**
 * The civil status register and the population database from the other side (máy chủ giả lập): any desks of these kinds, doubles
 * among them, served over the contract. Each gives `{ fetch, post }`: `fetch` answers requests, `post` sends callbacks.
 */
export { type CivilStatusServeOptions, serveCivilStatus } from './civil-status.js';
export { type ExtractStore, extractStore } from './extract-store.js';
export { servePopulation } from './population.js';
