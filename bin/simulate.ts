// A week of a co-op against the server, on a driven clock and a database of its own: `npm run simulate`.
// With a number behind `--`, that seed in place of the usual one.
import { migrate } from '../server/platform/database/migrate.ts';
import { startScratch } from '../test/database/scratch.ts';
import { tellFigures } from '../test/simulation/figures.ts';
import { simulate } from '../test/simulation/simulate.ts';
import { WEEK } from '../test/simulation/size.ts';

const REPORT_HOURS = 6;
const HOURS_A_DAY = 24;

const seed = Number(process.argv[2] ?? WEEK.seed);
if (!Number.isInteger(seed)) {
  console.error('The seed is a whole number.');
  process.exit(1);
}
const scratch = await startScratch();
try {
  await migrate(scratch.connection);
  const size = { ...WEEK, seed };
  console.log(
    `${size.libraries} libraries, ${size.libraries * size.operatorsPerLibrary} operators, ${size.chats} chats, seed ${seed}`,
  );
  const began = performance.now();
  const { figures, counts, broken } = await simulate(scratch.connection, size, (hours) => {
    if (hours % REPORT_HOURS === 0)
      console.log(`day ${(hours / HOURS_A_DAY).toFixed(2)} after ${seconds(began)} s`);
  });
  console.log(`\n${tellFigures(figures, counts)}\n`);
  for (const law of broken) console.error(`BROKEN  ${law}`);
  console.log(
    broken.length === 0
      ? `No chat lost, no limit passed, no law broken, in ${seconds(began)} s.`
      : `${broken.length} laws broken.`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await scratch.stop();
}

function seconds(began: number): number {
  return Math.round((performance.now() - began) / 1_000);
}
