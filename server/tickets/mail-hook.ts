import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { MAIL_BYTES } from '#protocol/limits.ts';
import { receiveMail as contract } from '#protocol/mail.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { problem } from '../platform/problem.ts';
import { hashSecret } from '../platform/secrets.ts';
import { type ReceivingParts, receiveMail } from './receive-mail.ts';
import type { TicketOptions } from './routes.ts';

/** Each may hold 25 MB: one is taken in while another is read. */
const MOST_AT_ONCE = 2;

/** For mail servers that pipe what arrives at an address into a program, such as curl. */
export function routeMailHook(
  app: App,
  parts: ReceivingParts,
  { mailHookSecret }: TicketOptions,
): void {
  let inHand = 0;

  async function takeIn(body: Readable) {
    if (inHand >= MOST_AT_ONCE) throw comeAgain(10, 'Other mails are being taken in.');
    inHand += 1;
    try {
      const verdict = await receiveMail(parts, await readMail(body));
      if (verdict !== 'held') return verdict;
    } finally {
      inHand -= 1;
    }
    throw comeAgain(
      3_600,
      'More mails came for this ticket, or from this sender, than a day may bring.',
    );
  }

  // A scope of its own: what is taken here is taken nowhere else.
  app.register((scope: App, _options, done) => {
    takeMailAlone(scope);
    route(scope, contract, async ({ request }) => {
      if (mailHookSecret === null)
        throw problem('not_found', 'There is no mail hook: MAIL_HOOK_SECRET is not set.');
      refuseUnlessSecret(request.headers.authorization, mailHookSecret);
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      return ok({ verdict: await takeIn(body) });
    });
    done();
  });
}

/** The mail server keeps it, tries again for days, and tells the sender if that was in vain. */
function comeAgain(seconds: number, because: string) {
  const detail = `${because} Keep this one and try again later.`;
  return problem('too_many_requests', detail, undefined, { 'retry-after': String(seconds) });
}

function refuseUnlessSecret(header: string | undefined, secret: string): void {
  const given = hashSecret(header?.replace(/^Bearer /i, '') ?? '');
  if (timingSafeEqual(given, hashSecret(secret))) return;
  throw problem('not_signed_in', 'Send MAIL_HOOK_SECRET as a bearer token.');
}

/** The body comes unread: a stranger's megabytes are not taken in before we know who asks. */
function takeMailAlone(scope: App): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('message/rfc822', (_request, body, done) => done(null, body));
  scope.addContentTypeParser('*', (_request, _body, done) =>
    done(problem('unsupported_media_type', 'Send the mail itself, as message/rfc822.')),
  );
}

async function readMail(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MAIL_BYTES) {
      // The rest runs through unkept: who is cut off while sending never reads the answer.
      body.resume();
      throw problem('too_large', `A mail may have ${MAIL_BYTES / 1024 / 1024} MB at most.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
