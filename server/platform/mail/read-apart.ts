import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';

/**
 * What runs in a thread of its own: says that it is ready; then a mail comes in, what was read of it goes
 * out, null for what is no mail at all. Strangers write mails, and reading one may take as long as they like.
 */
parentPort?.on('message', (raw: Uint8Array) => {
  parseMail(raw).then(
    (mail) => parentPort?.postMessage(mail),
    () => parentPort?.postMessage(null),
  );
});
parentPort?.postMessage('ready');
