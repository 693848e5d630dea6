// Builds the console and the widget where what they are made of has changed.
// With --check it builds nothing and exits with 10 where a build is due.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = [
  'console',
  'widget',
  'protocol',
  'i18n',
  'bin/build.ts',
  'bin/build',
  'tsconfig.base.json',
  'package-lock.json',
];
const BUILT = ['dist/console', 'dist/widget'];
const MARK = 'dist/.carrel-built';
const DUE = 10;

process.chdir(path.join(import.meta.dirname, '..'));
process.exitCode = setUp(process.argv.includes('--check'));

function setUp(onlyCheck: boolean): number {
  const wanted = fingerprint(SOURCES.flatMap(listFiles));
  if (BUILT.every((folder) => existsSync(folder)) && readMark() === wanted) return 0;
  if (onlyCheck) return DUE;

  console.log('Building the console and the widget…');
  rmSync(MARK, { force: true });
  const build = spawnSync(process.execPath, ['bin/build.ts'], { encoding: 'utf8' });
  if (build.status !== 0) {
    console.error(`${build.stdout}${build.stderr}\nThe console and the widget could not be built.`);
    return 1;
  }
  writeFileSync(MARK, wanted);
  return 0;
}

function listFiles(source: string): string[] {
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Of names and contents: times say nothing after a `git clone` or a `git checkout`. */
function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function readMark(): string | undefined {
  try {
    return readFileSync(MARK, 'utf8');
  } catch {
    return undefined;
  }
}
