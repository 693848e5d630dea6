let last = new Date(0);
let lastWritten = last.toISOString();

/** ISO 8601 in UTC. What one commit stored bears one time, and so it is written but once. */
export function writeInstant(at: Date): string {
  if (at === last) return lastWritten;
  last = at;
  lastWritten = at.toISOString();
  return lastWritten;
}
