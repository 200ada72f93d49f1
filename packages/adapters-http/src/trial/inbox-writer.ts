/** A process that puts deliveries into an inbox in a folder until it is killed, and says of each when it is kept. */
import { E } from '@lienthong/core/fp';
import { fileInbox } from '../inbox/file-inbox.js';
import { placeOf, receiptOf } from '../inbox/inbox.js';

const [, , folder = '', name = ''] = process.argv;
const place = placeOf('insurance', '/cards');
const inbox = fileInbox(folder);

for (let nth = 0; ; nth += 1) {
  const delivery = { key: `${name}-${nth >> 1}`, reply: { kind: 'progress', nth: nth >> 1, words: 'x'.repeat(5_000) } };
  const put = await inbox.put(place, delivery)();
  if (E.isLeft(put)) throw new Error(put.left.kind);
  process.stdout.write(`${receiptOf(place, delivery)}\n`);
}
