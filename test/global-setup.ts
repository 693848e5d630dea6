import type { TestProject } from 'vitest/node';
import { startScratch } from './database/scratch.ts';
import { makeTemplate } from './database/template.ts';

/** One PostgreSQL for a whole run of a project, with a migrated template that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await startScratch();
  try {
    await makeTemplate(scratch.connection);
  } catch (error) {
    await scratch.stop();
    throw error;
  }
  project.provide('testServer', scratch.connection);
  return () => scratch.stop();
}
