/**
 * What a process of the benchmark does when it is told to, by name. The parent has the same type, so
 * that a question and its answer agree on both sides.
 */
export type Orders<Names extends object> = {
  [Name in keyof Names]: (details: never) => unknown;
};

export interface Question {
  readonly n: number;
  readonly order: string;
  readonly details: unknown;
}

export type Reply =
  | { readonly n: number; readonly answer: unknown }
  | { readonly n: number; readonly failure: string };
