/**
 * What this root uses of the machine below it, beside the language: nothing that Node or a browser lacks.
 * The types of either would let the rest of them in.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
}
