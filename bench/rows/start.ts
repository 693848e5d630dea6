import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { dataFolder } from '../data.ts';
import { median } from '../figures.ts';
import { freePort } from '../processes/free-port.ts';
import type { Row } from '../row.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUDGET_SECONDS = 3;
const READY = 'Carrel is ready';

/** From the command to the line that says where Carrel is, with a database that is there already. */
export const start: Row = {
  name: 'start',
  async measure({ quick, say }) {
    const starts = quick ? 2 : 5;
    say(`start: the first run makes the database, ${starts} more are measured`);
    const folder = dataFolder('start');
    await timeStart(folder);
    const seconds: number[] = [];
    for (let n = 0; n < starts; n++) seconds.push(await timeStart(folder));
    const typical = median(seconds);
    return [
      {
        what: 'start with `npm start`, database included, after the first run',
        budget: `<= ${BUDGET_SECONDS} s`,
        measured: `${typical.toFixed(2)} s`,
        isMet: typical <= BUDGET_SECONDS,
        figures: { seconds },
      },
    ];
  },
};

/** Seconds until Carrel is ready; it is stopped again before this resolves. */
async function timeStart(folder: string): Promise<number> {
  const env = { ...withoutNpm(), CARREL_DATA: folder, PORT: String(await freePort()) };
  const begun = performance.now();
  const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(npm, 'exit');
  await untilReady(npm);
  const seconds = (performance.now() - begun) / 1_000;
  npm.kill('SIGTERM');
  await ended;
  return seconds;
}

function untilReady(npm: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    npm.stdout?.on('data', (piece) => {
      said += piece;
      if (said.includes(READY)) resolve();
    });
    npm.on('error', reject);
    npm.on('exit', (code) => reject(new Error(`npm start ended with code ${code}: ${said}`)));
  });
}

/** The environment of a person's shell: what the npm around this benchmark added is taken out. */
function withoutNpm(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env: NodeJS.ProcessEnv = Object.fromEntries(own);
  const places = (env['PATH'] ?? '').split(delimiter);
  env['PATH'] = places.filter((place) => !place.endsWith('node_modules/.bin')).join(delimiter);
  return env;
}
