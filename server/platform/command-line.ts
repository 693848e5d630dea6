import { StartError } from './start-error.ts';

export interface CommandLine {
  /** Add the demonstration to an empty database. */
  readonly demo: boolean;
  /** Print this and end, whatever the environment says. */
  readonly show: 'help' | 'version' | null;
}

export const HELP = `Carrel: a chat reference desk for libraries that answer together.

  npm start                     serve
  npm start -- --demo           serve; on an empty database, with a demonstration
  npm start -- --help           print this
  npm start -- --version        print the version

Environment:
  PUBLIC_URL          the origin that people open Carrel at (http://localhost:PORT)
  PORT                8080
  HOST                the address to listen on: 127.0.0.1 while PUBLIC_URL is this machine, else 0.0.0.0
  CARREL_DATA         the data folder (./data; the demonstration's is ./data-demo)
  DATABASE_URL        a PostgreSQL of yours, 15 or later; without it, Carrel runs its own
  SMTP_URL            where mail goes; without it, mails become files in the data folder
  MAIL_ADDRESS        the address at which patrons' answers arrive
  IMAP_URL            its mailbox, such as imaps://user:password@host:993
  MAIL_HOOK_SECRET    lets a mail server hand in mails at /api/v1/mail, in place of a mailbox
  NATS_URL            the bus between several processes: accepted and not used yet
  CARREL_KEY          signs patrons' tokens, 32 bytes as base64; without it, a key file in the data folder
  ACCEPT_KEY          the sign of a key that was changed on purpose, as Carrel names it when it refuses it
  TRUSTED_PROXIES     addresses or networks whose X-Forwarded-For counts (none)
  SOCKETS_PER_ADDRESS live connections that one address may have open at once (5000)
  METRICS             on: /metrics answers everybody who reaches the port, not this machine alone (off)
  LOG_LEVEL           trace, debug, info, warn, error, fatal or silent (info)
`;

const FLAGS = ['--demo', '--help', '--version'];

/** @throws StartError for anything that is not a flag of ours */
export function readCommandLine(args: readonly string[]): CommandLine {
  const stranger = args.find((argument) => !FLAGS.includes(argument));
  if (stranger !== undefined) {
    throw new StartError(`${JSON.stringify(stranger)} is not known here; --help prints what is.`);
  }
  return { demo: args.includes('--demo'), show: whatToShow(args) };
}

function whatToShow(args: readonly string[]): CommandLine['show'] {
  if (args.includes('--help')) return 'help';
  return args.includes('--version') ? 'version' : null;
}
