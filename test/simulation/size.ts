/** How large a simulation is. */
export interface Size {
  readonly seed: number;
  readonly libraries: number;
  readonly operatorsPerLibrary: number;
  readonly chats: number;
  /** Share of the operators who take a turn for the co-op. */
  readonly turns: number;
  readonly hours: number;
}

/** AskAway's operators, at twice its libraries; a week with a change of the clocks in it. */
export const WEEK: Size = {
  seed: 7,
  libraries: 60,
  operatorsPerLibrary: 5,
  chats: 4_000,
  turns: 1,
  hours: 7 * 24,
};

export const NIGHT: Size = {
  seed: 11,
  libraries: 10,
  operatorsPerLibrary: 4,
  chats: 60,
  turns: 0.15,
  hours: 12,
};
