interface Press {
  readonly key: string;
  /** The focus is on a row of the list. */
  readonly isOnRow: boolean;
  readonly areLettersOn: boolean;
}

/** To which row a key leads: the next, the one before, or none. Arrows scroll where the focus is on no row. */
export function stepOf({ key, isOnRow, areLettersOn }: Press): -1 | 0 | 1 {
  if (areLettersOn && key === 'j') return 1;
  if (areLettersOn && key === 'k') return -1;
  if (isOnRow && key === 'ArrowDown') return 1;
  if (isOnRow && key === 'ArrowUp') return -1;
  return 0;
}
