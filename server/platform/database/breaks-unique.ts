/** PostgreSQL's unique_violation. */
const UNIQUE_VIOLATION = '23505';

/**
 * Whether a statement was refused because something of that name, or the like, is there already. A
 * look beforehand would miss who takes it in the same moment.
 */
export function breaksUnique(error: unknown, constraint: string): boolean {
  const refused = error as { code?: string; constraint?: string };
  return refused.code === UNIQUE_VIOLATION && refused.constraint === constraint;
}
