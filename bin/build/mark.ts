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

/** Whether dist/ holds all that the sources of now give. */
export function isBuilt(): boolean {
  if (!BUILT.every((folder) => existsSync(folder)) || !existsSync(MARK)) return false;
  return readFileSync(MARK, 'utf8') === fingerprintSources();
}

/** Call it before a build: one that is cut off leaves nothing that looks whole. */
export function unmark(): void {
  rmSync(MARK, { force: true });
}

/** @param fingerprint of the sources before the build, since they may have changed during it */
export function markBuilt(fingerprint: string): void {
  writeFileSync(MARK, fingerprint);
}

/** Of names and contents: times say nothing after a `git clone` or a `git checkout`. */
export function fingerprintSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(listFiles)) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function listFiles(source: string): string[] {
  if (!statSync(source).isDirectory()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
