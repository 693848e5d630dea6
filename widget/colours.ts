import { luminance, READABLE, textOn } from './text-on.ts';

/** A surface of the widget and the text on it, as `#rrggbb`. */
export interface Surface {
  surface: string;
  ink: string;
}

/** What replaces the accent when a library has its own colour. */
export interface Accent {
  /** Buttons and marks: the library's colour as it is. */
  accent: string;
  /** Text on `accent`, at 4.5:1 or more. */
  onAccent: string;
  /** The colour as text on the surface, moved towards the ink until it reads at 4.5:1. */
  accentText: string;
  /** A tint of the surface for one's own messages; the ink reads on it. */
  accentSoft: string;
}

type Rgb = readonly [number, number, number];

export function accentOf(brand: string, { surface, ink }: Surface): Accent {
  const steps = Array.from({ length: 21 }, (_, step) => mix(brand, ink, step / 20));
  const soft = tint(brand, { surface, ink });
  return {
    accent: brand,
    onAccent: textOn(brand),
    accentText:
      steps.find(
        (step) => contrast(step, surface) >= READABLE && contrast(step, soft) >= READABLE,
      ) ?? ink,
    accentSoft: soft,
  };
}

/** On a dark surface a dark colour needs a larger share to be seen, as far as the ink still reads. */
function tint(brand: string, { surface, ink }: Surface): string {
  const shares = luminance(surface) < 0.2 ? [0.4, 0.3, 0.2] : [];
  const tints = shares.map((share) => mix(surface, brand, share));
  return tints.find((soft) => contrast(ink, soft) >= READABLE) ?? mix(surface, brand, 0.12);
}

/** From 1 to 21, by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mix(from: string, to: string, share: number): string {
  const target = rgb(to);
  const parts = rgb(from).map((part, index) =>
    Math.round(part + ((target[index] ?? 0) - part) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

function rgb(colour: string): Rgb {
  const part = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [part(1), part(3), part(5)];
}
