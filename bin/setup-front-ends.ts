// Builds the console and the widget where what they are made of has changed.
// With --check it builds nothing and exits with 10 where a build is due.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isBuilt } from './build/mark.ts';

const DUE = 10;

process.chdir(path.join(import.meta.dirname, '..'));
process.exitCode = setUp(process.argv.includes('--check'));

function setUp(onlyCheck: boolean): number {
  if (isBuilt()) return 0;
  if (onlyCheck) return DUE;

  console.log('Building the console and the widget…');
  const build = spawnSync(process.execPath, ['bin/build.ts'], { encoding: 'utf8' });
  // Asked anew rather than by the exit code: a widget over its size is built all the same,
  // and is for bin/check to refuse, not for a start.
  if (isBuilt()) return 0;
  console.error(`${build.stdout}${build.stderr}\nThe console and the widget could not be built.`);
  return 1;
}
