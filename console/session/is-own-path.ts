/**
 * A path within Carrel; `//elsewhere.example` and `/\elsewhere.example` look like one and are not, nor
 * with a tab or a line's end between, which browsers drop.
 */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\\s])/.test(path);
}
