import { accentOf } from '../colours.ts';

const LIGHT = { surface: '#fffefb', ink: '#1e2320' };
const DARK = { surface: '#1b1f1d', ink: '#ece9e1' };

/** The rules that put a library's colour in the accent's place, light and dark. */
export function brandCss(colour: string): string {
  return `${rules(colour, LIGHT)}@media(prefers-color-scheme:dark){${rules(colour, DARK)}}`;
}

function rules(colour: string, surface: typeof LIGHT): string {
  const { accent, onAccent, accentText, accentSoft } = accentOf(colour, surface);
  return `.carrel.carrel{--accent:${accent};--on-accent:${onAccent};--accent-text:${accentText};--accent-soft:${accentSoft}}`;
}
