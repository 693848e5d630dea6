/** Lower case; some 49,000 that were found in leaks. */
export type CommonPasswords = ReadonlySet<string>;

let loaded: Promise<CommonPasswords> | undefined;

/** Loaded when the first password is chosen: half a megabyte that a start need not wait for. */
export function readCommonPasswords(): Promise<CommonPasswords> {
  loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
  );
  return loaded;
}
