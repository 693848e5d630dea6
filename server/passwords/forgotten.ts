import { z } from 'zod';
import { countGuess, type Slowness } from '../guesses/index.ts';
import type { Database } from '../platform/database/index.ts';
import { addJob, type JobWorker, type Task } from '../platform/jobs/index.ts';
import { MAIL } from '../platform/mail/index.ts';
import { ProblemError } from '../platform/problem.ts';
import { usernamesLetter } from './letters.ts';
import { type LetterParts, mailLink } from './mail-link.ts';
import { findAddresseeByUsername, findAddresseesByEmail } from './store.ts';

type ForgottenParts = LetterParts & { readonly database: Database };

/*
 * Whether an account exists shows in no answer and in no time: the request notes down what was
 * typed, whatever it was, and is answered. Looking it up is the worker's.
 */

const FORGOTTEN_PASSWORD: Task<{ username: string }> = {
  name: 'forgotten-password',
  payload: z.object({ username: z.string() }),
  goodForMinutes: 60,
};

const FORGOTTEN_USERNAME: Task<{ email: string }> = {
  name: 'forgotten-username',
  payload: z.object({ email: z.string() }),
  goodForMinutes: 60,
};

/** A mailbox is no place for a flood, whoever asks for it. */
const MAILS_TO_ONE: Slowness = { free: 5, first: 600, longest: 3_600 };

export function askForPassword(parts: ForgottenParts, username: string): Promise<void> {
  const name = username.trim().toLowerCase();
  return addJob(parts, parts.database.sql, FORGOTTEN_PASSWORD, { username: name });
}

export function askForUsername(parts: ForgottenParts, email: string): Promise<void> {
  return addJob(parts, parts.database.sql, FORGOTTEN_USERNAME, { email });
}

/** Teaches the worker what to do about forgotten things. */
export function answerForgotten(jobs: JobWorker, parts: ForgottenParts): void {
  const { database, publicUrl } = parts;

  jobs.does(FORGOTTEN_PASSWORD, async ({ username }) => {
    const account = await findAddresseeByUsername(database.sql, username);
    if (!account?.email) return;
    if (!(await mayMail(parts, `password of ${account.id}`))) return;
    await database.sql.transaction().execute((sql) => mailLink(parts, sql, 'reset', account));
  });

  jobs.does(FORGOTTEN_USERNAME, async ({ email }) => {
    const [first, ...others] = await findAddresseesByEmail(database.sql, email);
    if (!first?.email) return;
    if (!(await mayMail(parts, `usernames of ${email.toLowerCase()}`))) return;
    // To the address as it is stored: the one that was typed may differ in its capitals.
    const letter = usernamesLetter([first, ...others], first.email, publicUrl);
    await addJob(parts, database.sql, MAIL, letter);
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
