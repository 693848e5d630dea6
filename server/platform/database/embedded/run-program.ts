import type { SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { ServerAccount } from './account.ts';

/** How one of PostgreSQL's programs is to be spawned. */
export type Launch = { command: string; args: string[]; options: SpawnOptions };

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find(isProgram);

/**
 * Prepares a program of PostgreSQL's to run on a data folder, as the server's
 * account, and to be interrupted by the kernel when this process dies, however it
 * dies. Without `setpriv` (not Linux) an orphan stays until the next start.
 *
 * `detached`, so that Ctrl-C, which a terminal sends to the whole group, leaves
 * PostgreSQL alone until Carrel has drained.
 */
export function launch(
  program: string,
  args: string[],
  account: ServerAccount,
  postgresFolder: string,
): Launch {
  const options: SpawnOptions = {
    cwd: postgresFolder,
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  };
  if (!SETPRIV) {
    if (!account.isOurs) Object.assign(options, { uid: account.uid, gid: account.gid });
    return { command: program, args, options };
  }
  const become = account.isOurs
    ? []
    : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return {
    command: SETPRIV,
    args: ['--pdeathsig=INT', ...become, '--no-new-privs', '--', program, ...args],
    options,
  };
}

/**
 * The data folder's name as the server's account can use it. Root's own folders may
 * be closed to that account, yet a process may use the folder it was started in.
 */
export function dataPathFor(account: ServerAccount, postgresFolder: string): string {
  return account.isOurs ? postgresFolder : '/proc/self/cwd';
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
