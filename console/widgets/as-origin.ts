/** `www.example.org/library` -> `https://www.example.org`; what cannot be read as an address stays as typed. */
export function asOrigin(typed: string): string {
  const address = typed.trim();
  const withScheme = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(withScheme)) return address;
  const { protocol, origin } = new URL(withScheme);
  return protocol === 'http:' || protocol === 'https:' ? origin : address;
}
