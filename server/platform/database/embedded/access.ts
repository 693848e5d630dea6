import { closeSync, constants, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownAccount } from './account.ts';

/** The database role, and the database, that Carrel uses. */
export const DATABASE_USER = 'carrel';

const HOST_RULES = `# Written by Carrel at each start.
local  all          all  peer  map=carrel
local  replication  all  peer  map=carrel
`;

/**
 * Lets in whoever runs Carrel, and nobody else: the system says who is at the other
 * end of the socket, so there is no password to keep. Written at each start, since
 * root may run today what a user ran yesterday.
 */
export function writeAccessRules(postgresFolder: string): void {
  const name = ownAccount().name.replaceAll('"', '""');
  const map = `# Written by Carrel at each start.\ncarrel  "${name}"  ${DATABASE_USER}\n`;
  writeIfDifferent(path.join(postgresFolder, 'pg_hba.conf'), HOST_RULES);
  writeIfDifferent(path.join(postgresFolder, 'pg_ident.conf'), map);
}

function writeIfDifferent(file: string, text: string): void {
  const { O_WRONLY, O_TRUNC, O_NOFOLLOW } = constants;
  if (readFileSync(file, 'utf8') === text) return;
  // The folder is the server's: root must not follow a link that lies there.
  const handle = openSync(file, O_WRONLY | O_TRUNC | O_NOFOLLOW);
  writeFileSync(handle, text);
  closeSync(handle);
}
