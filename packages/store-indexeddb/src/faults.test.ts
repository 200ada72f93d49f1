import 'fake-indexeddb/auto';
import { tellsWhatGoesWrong } from './trial/going-wrong.js';

tellsWhatGoesWrong('a database in memory');
