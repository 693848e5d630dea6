// Measures Carrel against its budgets: `npm run bench`. See docs/measured.md for what each row means.
import { readArguments } from '../bench/arguments.ts';
import { removeData } from '../bench/data.ts';
import { readCircumstances, writeResults, writeTable } from '../bench/report.ts';
import type { Finding, Plan } from '../bench/row.ts';
import { availability } from '../bench/rows/availability.ts';
import { latency } from '../bench/rows/latency.ts';
import { memory } from '../bench/rows/memory.ts';
import { start } from '../bench/rows/start.ts';
import { throughput } from '../bench/rows/throughput.ts';
import { transcripts } from '../bench/rows/transcripts.ts';

const ROWS = [throughput, latency, memory, availability, transcripts, start];

process.chdir(`${import.meta.dirname}/..`);
try {
  await bench();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function bench(): Promise<void> {
  const names = ROWS.map(({ name }) => name);
  const { quick, peers, only } = readArguments(process.argv.slice(2), names);
  const plan: Plan = { quick, peers, say: (line) => console.log(line) };

  const findings: Finding[] = [];
  for (const row of ROWS) {
    if (only && !only.includes(row.name)) continue;
    // A run that was killed may have left its databases; each row begins with empty ones.
    removeData();
    try {
      findings.push(...(await row.measure(plan)));
    } finally {
      removeData();
    }
  }
  console.log(`\n${writeTable(findings)}`);
  if (!quick && !only)
    console.log(`\nWritten to ${writeResults(readCircumstances(), findings)}.md`);
  process.exitCode = findings.every(({ isMet }) => isMet) ? 0 : 1;
}
