import { isIP } from 'node:net';

export function hasUserAndPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username !== '' && url.password !== '';
}

export function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.href === `${url.origin}/`;
}

export function isNatsServer(address: string): boolean {
  return /^(nats|tls):\/\/[^\s/]+$/.test(address.trim());
}

export function isAddressOrNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
