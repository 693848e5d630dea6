/** No mail server writes so much; whatever is longer is not read as a mail. */
export const HEAD_BYTES = 256 * 1024;

/** A mail without its body: all up to the first empty line. */
export function headOf(raw: Uint8Array): Uint8Array {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, HEAD_BYTES));
  const ends = ['\n\r\n', '\n\n'].map((end) => head.indexOf(end)).filter((at) => at >= 0);
  return ends.length === 0 ? head : head.subarray(0, Math.min(...ends) + 1);
}
