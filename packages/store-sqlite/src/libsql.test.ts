import { keepsContract } from './trial/contract.js';

keepsContract('libsql');
