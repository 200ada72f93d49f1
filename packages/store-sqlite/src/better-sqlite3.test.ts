import { keepsContract } from './trial/contract.js';

keepsContract('better-sqlite3');
