/** The first of the items in sight, so that the active one is among them, in the middle if it can be. */
export function firstShown(active: number, shown: number, count: number): number {
  return Math.max(0, Math.min(active - Math.floor(shown / 2), count - shown));
}
