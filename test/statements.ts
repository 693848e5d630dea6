import pg from 'pg';
import { vi } from 'vitest';

/** The texts of the statements that this process sends to PostgreSQL while something is done, in order. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return queries.mock.calls.map(([statement]: readonly unknown[]) => textOf(statement));
  } finally {
    queries.mockRestore();
  }
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const isConfig = typeof statement === 'object' && statement !== null && 'text' in statement;
  return isConfig ? String(statement.text) : '';
}
