import { recallsGoldenFiles } from '../harness/golden-files.js';
import { birthEventCodec, birthEventForms } from './events.codec.js';

const golden = import.meta.glob('../../../golden/birth/*.json', { eager: true, query: '?raw', import: 'default' });

recallsGoldenFiles('birth', golden, birthEventCodec, birthEventForms);
