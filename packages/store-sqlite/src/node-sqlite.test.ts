import { keepsContract } from './trial/contract.js';

keepsContract('node:sqlite');
