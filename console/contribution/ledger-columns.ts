/** The figures of the ledger, in the order of its columns. */
export const FIGURES = [
  'answeredForOthers',
  'receivedFromOthers',
  'balance',
  'hoursStaffed',
] as const;
export type Figure = (typeof FIGURES)[number];
