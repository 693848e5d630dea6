/** WCAG 2.2, success criterion 1.4.3. */
export const READABLE = 4.5;

/** White where it reads on `colour` (`#rrggbb`), else black: one of the two always does. */
export function textOn(colour: string): string {
  return 1.05 / (luminance(colour) + 0.05) >= READABLE ? '#ffffff' : '#000000';
}

/** From 0 to 1, by WCAG 2.2. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
