export { type FileInboxOptions, fileInbox } from './file-inbox.js';
export { type Inbox, placeOf, receiptOf } from './inbox.js';
export { memoryInbox } from './memory-inbox.js';
export { inboxReceiver, type ReceiverOptions } from './receiver.js';
