export interface Arguments {
  readonly quick: boolean;
  readonly peers: boolean;
  /** Names of the rows to measure; null: all. */
  readonly only: readonly string[] | null;
}

const USAGE = `npm run bench                     measure all, some five minutes
npm run bench -- --quick          a first look within a minute or two, not recorded
npm run bench -- --only ROW,ROW   these rows, not recorded: `;

/** @throws Error with the usage for anything else */
export function readArguments(args: readonly string[], rowNames: readonly string[]): Arguments {
  const left = [...args];
  let quick = false;
  let peers = false;
  let only: string[] | null = null;
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    if (argument === '--quick') quick = true;
    else if (argument === '--peers') peers = true;
    else if (argument === '--only') only = (left.shift() ?? '').split(',');
    else throw new Error(usage(rowNames));
  }
  if (only?.some((name) => !rowNames.includes(name))) throw new Error(usage(rowNames));
  return { quick, peers, only };
}

function usage(rowNames: readonly string[]): string {
  return `${USAGE}${rowNames.join(', ')}
npm run bench -- --peers          ejabberd too, which is installed with apt-get (as root, on Debian)`;
}
