import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['ejabberd', 'erlang-p1-pgsql', 'postgresql'];

/** Installs ejabberd and a PostgreSQL for it, as root on Debian; answers false elsewhere. */
export function installEjabberd(): boolean {
  if (existsSync('/usr/share/ejabberd/sql/pg.sql') && existsSync('/usr/lib/postgresql'))
    return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES];
  execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return true;
}
