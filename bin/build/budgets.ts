import type { Asset } from './precompress.ts';

/** The most that a part of the widget may weigh on the wire, gzipped. */
type Budget = { part: string; bytes: number; owns: (path: string) => boolean };

const LOADER = 'dist/widget/embed.js';

/** Comes when a chat is over, for who was answered. */
const RATING = 'dist/widget/rating.js';

/** The messages of one language; a patron loads one of them. */
const LANGUAGE = /^dist\/widget\/words-[^/]*\.js$/;

/**
 * Every library page pays for the loader, every patron who asks pays for the panel: all scripts and
 * styles but these two, in whatever files they come, with the heaviest language. The rating comes after
 * the end of a chat.
 */
const BUDGETS: readonly Budget[] = [
  { part: 'loader', bytes: 3 * 1024, owns: (path) => path === LOADER },
  {
    part: 'panel',
    bytes: 25 * 1024,
    owns: (path) => /^dist\/widget\/.*\.(js|css)$/.test(path) && path !== LOADER && path !== RATING,
  },
  { part: 'rating', bytes: 3 * 1024, owns: (path) => path === RATING },
];

/** How each budget stands, a line each, and whether all are kept. A part with no file at all is a fault. */
export function weigh(assets: readonly Asset[]): { lines: string[]; kept: boolean } {
  const parts = BUDGETS.map(({ part, bytes, owns }) => {
    const own = assets.filter((asset) => owns(asset.path));
    const always = own.filter((asset) => !LANGUAGE.test(asset.path));
    const languages = own.filter((asset) => LANGUAGE.test(asset.path));
    const gzip =
      always.reduce((sum, asset) => sum + asset.gzip, 0) +
      Math.max(0, ...languages.map((asset) => asset.gzip));
    const verdict = gzip === 0 ? 'is missing' : gzip > bytes ? 'is too heavy' : 'is within budget';
    const line = `widget ${part} ${verdict}: ${kilobytes(gzip)} of ${kilobytes(bytes)} gzipped`;
    return { line, kept: gzip > 0 && gzip <= bytes };
  });
  return { lines: parts.map((part) => part.line), kept: parts.every((part) => part.kept) };
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
