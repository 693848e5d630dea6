/** How thoroughly to measure. */
export interface Plan {
  /** About a minute in all, for a first look; its figures are not for the record. */
  readonly quick: boolean;
  /** Install and measure the foreign peers too, where that is possible. */
  readonly peers: boolean;
  /** Tells the person at the terminal what is being done. */
  readonly say: (line: string) => void;
}

/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly isMet: boolean;
  /** The single figures behind it, for the file of results. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Something to measure, with processes and data of its own. */
export interface Row {
  /** As `--only` names it. */
  readonly name: string;
  measure(plan: Plan): Promise<Finding[]>;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
