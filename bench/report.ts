import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './row.ts';

const ROOT = join(import.meta.dirname, '..');
const HEADINGS = ['what', 'budget', 'measured', ''] as const;

/** Where it was measured: figures of another machine say little about this one. */
export interface Circumstances {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Of the clone, with a plus sign when it holds changes that are not committed. */
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
}

export function readCircumstances(): Circumstances {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: readCommit(),
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 1_024 ** 3),
    system: `${readSystemName()}, ${process.platform} ${release()}`,
    node: process.version,
  };
}

/** The table as text, its columns aligned; also valid as Markdown. */
export function writeTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, budget, measured, isMet }) => [
    what,
    budget,
    measured,
    isMet ? 'met' : 'NOT MET',
  ]);
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) =>
    Math.max(3, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEADINGS), rule, ...rows.map(line)].join('\n');
}

/** Writes `bench/results/DATE.json` and `.md`; a second run of the same day replaces the first. Answers the path without ending. */
export function writeResults(circumstances: Circumstances, findings: readonly Finding[]): string {
  const { date, commit, processor, cores, memoryGigabytes, system, node } = circumstances;
  const folder = join(ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, date);
  const machine = `${cores} cores of ${processor}, ${memoryGigabytes} GB, ${system}, Node ${node}`;
  writeFileSync(`${path}.json`, `${JSON.stringify({ ...circumstances, findings }, null, 2)}\n`);
  writeFileSync(
    `${path}.md`,
    `# Measured on ${date}\n\nCommit ${commit}; ${machine}; clients and database on the same machine.\n\n${writeTable(findings)}\n`,
  );
  return path;
}

function readCommit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
    const changes = git('status', '--porcelain', '--', 'server', 'protocol', 'package-lock.json');
    return git('rev-parse', '--short', 'HEAD').trim() + (changes === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

function readSystemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
