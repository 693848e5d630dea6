/** Middle of the numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  if (!Number.isInteger(half)) return upper;
  return ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The number that `share` (0 to 1) of the numbers do not pass, by nearest rank; they must be sorted. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[rank - 1] ?? Number.NaN;
}
