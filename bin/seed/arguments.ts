export interface SeedArguments {
  readonly accounts: number;
  readonly queues: number;
  /** Also into a database that looks like somebody's own. */
  readonly yes: boolean;
}

const USAGE = `npm run seed                                   10,000 accounts and 500 queues
npm run seed -- --accounts N --queues M        so many of them
npm run seed -- --yes                          even where chats have been held already`;

const MOST = { accounts: 200_000, queues: 5_000 } as const;

/** @throws Error with the usage for anything else */
export function readArguments(args: readonly string[]): SeedArguments {
  const left = [...args];
  const numbers = { accounts: 10_000, queues: 500 };
  let yes = false;
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    if (argument === '--yes') yes = true;
    else if (argument === '--accounts') numbers.accounts = readNumber(left.shift(), MOST.accounts);
    else if (argument === '--queues') numbers.queues = readNumber(left.shift(), MOST.queues);
    else throw new Error(USAGE);
  }
  return { ...numbers, yes };
}

function readNumber(text: string | undefined, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`A number from 1 to ${most} belongs here.\n${USAGE}`);
}
