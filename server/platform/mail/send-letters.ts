import type { JobWorker } from '../jobs/index.ts';
import type { Log } from '../log.ts';
import { MAIL } from './letter.ts';
import { renderLetter } from './render-letter.ts';
import { MailRefused, type MailTransport } from './transport.ts';

export interface MailOptions {
  /** Where people open this Carrel; mails come from `no-reply@` its host. */
  readonly publicUrl: string;
  readonly transport: MailTransport;
  readonly log: Log;
}

/** Teaches the worker to send letters. */
export function sendLetters(jobs: JobWorker, { publicUrl, transport, log }: MailOptions): void {
  const host = new URL(publicUrl).hostname;

  jobs.does(MAIL, async (letter, jobId) => {
    try {
      await transport.send({
        // The same at every try: a mail that went out twice is recognised as one.
        messageId: `${jobId}@${host}`,
        from: `Carrel <no-reply@${host}>`,
        to: letter.to,
        subject: letter.subject,
        ...renderLetter(letter, host),
        // RFC 3834: no out-of-office answers to a machine.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      log.warn({ job: jobId, err: error }, 'mail refused');
    }
  });
}
