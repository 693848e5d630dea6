/** A path within Carrel; `//elsewhere.example` and `/\elsewhere.example` look like one and are not. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}
