import { expect, test } from 'vitest';
import { weigh } from './budgets.ts';

function asset(path: string, gzip: number) {
  return { path, gzip, plain: gzip * 3, brotli: gzip };
}

const loader = asset('dist/widget/embed.js', 3 * 1024);
const rating = asset('dist/widget/rating.js', 3 * 1024);

test('the last allowed byte is within budget', () => {
  const { kept, lines } = weigh([loader, asset('dist/widget/panel.js', 25 * 1024), rating]);
  expect(lines).toEqual([
    'widget loader is within budget: 3.0 KB of 3.0 KB gzipped',
    'widget panel is within budget: 25.0 KB of 25.0 KB gzipped',
    'widget rating is within budget: 3.0 KB of 3.0 KB gzipped',
  ]);
  expect(kept).toBe(true);
});

test('a panel cut into many files is weighed as one', () => {
  const files = ['panel.js', 'panel.css', 'assets/chunk-a1b2.js'].map((name) =>
    asset(`dist/widget/${name}`, 9 * 1024),
  );
  const { kept, lines } = weigh([loader, ...files]);
  expect(lines[1]).toBe('widget panel is too heavy: 27.0 KB of 25.0 KB gzipped');
  expect(kept).toBe(false);
});

test('the rating, which comes when a chat is over, is weighed apart', () => {
  const { kept, lines } = weigh([
    loader,
    asset('dist/widget/panel.js', 1024),
    asset('dist/widget/rating.js', 3 * 1024 + 1),
  ]);
  expect(lines[1]).toBe('widget panel is within budget: 1.0 KB of 25.0 KB gzipped');
  expect(lines[2]).toBe('widget rating is too heavy: 3.0 KB of 3.0 KB gzipped');
  expect(kept).toBe(false);
});

test('of the languages, of which a patron loads one, the heaviest counts', () => {
  const languages = [2, 4, 3].map((size) => asset(`dist/widget/words-${size}.js`, size * 1024));
  const { lines } = weigh([loader, asset('dist/widget/panel.js', 20 * 1024), ...languages]);
  expect(lines[1]).toBe('widget panel is within budget: 24.0 KB of 25.0 KB gzipped');
});

test('the console is not the widget, and a missing loader is no light one', () => {
  const { kept, lines } = weigh([
    asset('dist/console/assets/index.js', 400 * 1024),
    asset('dist/widget/panel.js', 1024),
  ]);
  expect(lines[0]).toBe('widget loader is missing: 0.0 KB of 3.0 KB gzipped');
  expect(kept).toBe(false);
});
