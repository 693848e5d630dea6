export interface PeerSpeed {
  /** Measured in this run. */
  readonly isFresh: boolean;
  /** Of the measurement, as YYYY-MM-DD. */
  readonly date: string;
  readonly deliveredPerSecond: number;
}
