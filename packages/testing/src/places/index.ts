export { ngheAn } from './nghe-an.js';
