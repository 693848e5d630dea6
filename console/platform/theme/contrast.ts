/** WCAG 2.2, success criterion 1.4.3. */
const READABLE = 4.5;

/** From 1 to 21, by WCAG 2.2; colours as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What the widget writes upon a library's colour: white where it reads, else black, which then does. */
export function textUpon(colour: string): string {
  return contrast(colour, '#ffffff') >= READABLE ? '#ffffff' : '#000000';
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
