/** Social insurance over HTTP (bảo hiểm xã hội): cards of children, decisions and payments after a death, changes told. */
export { type InsuranceDesks, insuranceDesks } from './desks.js';
