import { z } from 'zod';
import { type AuditRecord, recordAudits } from '../audit/index.ts';
import { countGuess, type Slowness } from '../guesses/index.ts';
import type { Database } from '../platform/database/index.ts';
import { addJob, type JobWorker, type Task } from '../platform/jobs/index.ts';
import { MAIL } from '../platform/mail/index.ts';
import { ProblemError } from '../platform/problem.ts';
import { usernamesLetter } from './letters.ts';
import { type LetterParts, mailLink } from './mail-link.ts';
import { type Addressee, findAddresseeByUsername, findAddresseesByEmail } from './store.ts';

type ForgottenParts = LetterParts & { readonly database: Database };

/*
 * Whether an account exists shows in no answer and in no time: the request notes down what was
 * typed, whatever it was, and is answered. Looking it up is the worker's.
 */

/** From where it was asked for; unknown of what was noted down by an older version. */
const address = z.string().nullable().default(null);

const FORGOTTEN_PASSWORD: Task<{ username: string; address: string | null }> = {
  name: 'forgotten-password',
  payload: z.object({ username: z.string(), address }),
  goodForMinutes: 60,
};

const FORGOTTEN_USERNAME: Task<{ email: string; address: string | null }> = {
  name: 'forgotten-username',
  payload: z.object({ email: z.string(), address }),
  goodForMinutes: 60,
};

/** A mailbox is no place for a flood, whoever asks for it. */
const MAILS_TO_ONE: Slowness = { free: 5, first: 600, longest: 3_600 };

export function askForPassword(
  parts: ForgottenParts,
  username: string,
  address: string,
): Promise<void> {
  const name = username.trim().toLowerCase();
  return addJob(parts, parts.database.sql, FORGOTTEN_PASSWORD, { username: name, address });
}

export function askForUsername(
  parts: ForgottenParts,
  email: string,
  address: string,
): Promise<void> {
  return addJob(parts, parts.database.sql, FORGOTTEN_USERNAME, { email, address });
}

/** Teaches the worker what to do about forgotten things. */
export function answerForgotten(jobs: JobWorker, parts: ForgottenParts): void {
  const { database, clock, publicUrl } = parts;

  /** What was mailed, and who had it mailed from where: nobody that Carrel knows. */
  function entryOf(
    action: 'account.passwordLinkAsked' | 'account.usernameAsked',
    { id, username: name, institutionId }: Addressee,
    address: string | null,
  ): AuditRecord {
    return {
      at: clock.now(),
      actor: null,
      action,
      target: { kind: 'account', id, name, institutionId },
      before: null,
      after: address === null ? null : { address },
    };
  }

  jobs.does(FORGOTTEN_PASSWORD, async ({ username, address }) => {
    const account = await findAddresseeByUsername(database.sql, username);
    if (!account?.email) return;
    if (!(await mayMail(parts, `password of ${account.id}`))) return;
    await database.sql.transaction().execute(async (sql) => {
      await mailLink(parts, sql, 'reset', account);
      await recordAudits(sql, [entryOf('account.passwordLinkAsked', account, address)]);
    });
  });

  jobs.does(FORGOTTEN_USERNAME, async ({ email, address }) => {
    const [first, ...others] = await findAddresseesByEmail(database.sql, email);
    if (!first?.email) return;
    if (!(await mayMail(parts, `usernames of ${email.toLowerCase()}`))) return;
    // To the address as it is stored: the one that was typed may differ in its capitals.
    const letter = usernamesLetter([first, ...others], first.email, publicUrl);
    await database.sql.transaction().execute(async (sql) => {
      await addJob(parts, sql, MAIL, letter);
      const told = [first, ...others].map((one) => entryOf('account.usernameAsked', one, address));
      await recordAudits(sql, told);
    });
  });
}

async function mayMail(parts: ForgottenParts, key: string): Promise<boolean> {
  try {
    await countGuess(parts, [{ key, slowness: MAILS_TO_ONE, endsWhenRight: false }]);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
