import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.ts';

const run = promisify(execFile);
const ACCOUNT_NAME = 'carrel';

/** The operating-system account that PostgreSQL runs as. */
export type ServerAccount = {
  name: string;
  uid: number;
  gid: number;
  /** False when root gives up its rights to become this account. */
  isOurs: boolean;
};

/**
 * Chooses the account for PostgreSQL, which refuses to run as root: our own, or
 * for root the owner of the data, or a system account made for it.
 *
 * @param postgresFolder where the data lies or will lie
 */
export async function chooseAccount(postgresFolder: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { ...ownAccount(), isOurs: true };

  const owner = await stat(postgresFolder).then(
    (found) => found.uid,
    () => 0,
  );
  const account =
    (owner !== 0 && (await findAccount(String(owner)))) ||
    (await findAccount(ACCOUNT_NAME)) ||
    (await makeAccount());
  if (owner !== account.uid) await giveTo(account, postgresFolder);
  return account;
}

/** The name under which we connect: PostgreSQL's `peer` check asks the system for it. */
export function ownAccount(): { name: string; uid: number; gid: number } {
  try {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid };
  } catch {
    throw new StartError(
      `The account with the number ${process.getuid?.()} has no name in /etc/passwd, and PostgreSQL needs one. Add it, run as another account, or set DATABASE_URL.`,
    );
  }
}

async function findAccount(nameOrUid: string): Promise<ServerAccount | undefined> {
  try {
    const { stdout } = await run('getent', ['passwd', nameOrUid]);
    const [name = '', , uid, gid] = stdout.trim().split(':');
    return { name, uid: Number(uid), gid: Number(gid), isOurs: false };
  } catch {
    return undefined;
  }
}

async function makeAccount(): Promise<ServerAccount> {
  const problem = await run('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir=/nonexistent',
    '--shell=/usr/sbin/nologin',
    ACCOUNT_NAME,
  ]).then(
    () => '',
    (error: Error) => error.message.trim().split('\n').at(-1) ?? '',
  );
  // Looked up even after a failure: two starts at once both try to make it.
  const account = await findAccount(ACCOUNT_NAME);
  if (account) return account;
  throw new StartError(
    `PostgreSQL refuses to run as root, and the system account "${ACCOUNT_NAME}" can't be made (${problem}). Make it, run Carrel as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Data copied back by root, as from a backup, belongs to root or to a number without a name. */
async function giveTo(account: ServerAccount, postgresFolder: string): Promise<void> {
  const exists = await stat(postgresFolder).catch(() => undefined);
  if (!exists) return;
  await run('chown', ['-R', '-h', '-P', `${account.uid}:${account.gid}`, postgresFolder]);
}
