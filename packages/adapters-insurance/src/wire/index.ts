/** The contract with social insurance (hợp đồng dữ liệu): the schemas that validate it, and the document made from them. */
export { insuranceOpenApi, insuranceWire } from './agency.js';
export {
  decideFuneral,
  decideSurvivor,
  issueCard,
  paySurvivor,
  stopPension,
  tellOfBirth,
  tellOfDeath,
} from './purposes.js';
