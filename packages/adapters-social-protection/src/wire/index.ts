/** The contracts with whoever decides and pays (hợp đồng dữ liệu): schemas that validate them, and documents made from these. */
export { decideMeritFuneral, meritOpenApi, meritWire, stopMeritAllowance } from './merit-office.js';
export { payFuneral, payMeritLump, paymentOpenApi, paymentWire } from './payment-service.js';
export {
  decideSocialFuneral,
  socialProtectionOpenApi,
  socialProtectionWire,
  stopSocialAllowance,
} from './social-protection.js';
