let lastMilliseconds = 0;

/**
 * A UUID version 7 (RFC 9562) whose text sorts by the time it was made, also within one millisecond.
 * `crypto.randomUUID` is missing on pages served without TLS; `getRandomValues` is everywhere.
 */
export function newId(): string {
  lastMilliseconds = Math.max(lastMilliseconds + 1, Date.now());
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = lastMilliseconds.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(random.charAt(3), 16) % 4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(8, 20),
  ].join('-');
}
