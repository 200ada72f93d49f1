import { recallsGoldenFiles } from '../harness/golden-files.js';
import { deathEventCodec, deathEventForms } from './events.codec.js';

const golden = import.meta.glob('../../../golden/death/*.json', { eager: true, query: '?raw', import: 'default' });

recallsGoldenFiles('death', golden, deathEventCodec, deathEventForms);
