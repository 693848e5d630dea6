import { expect, it } from 'vitest';
import { splitLinks } from './links.ts';

it.each([
  { text: 'no address here', links: [] },
  { text: 'see https://a.example/b?c=d#e now', links: ['https://a.example/b?c=d#e'] },
  { text: 'see https://a.example/b.', links: ['https://a.example/b'] },
  { text: '(see https://a.example/b)', links: ['https://a.example/b'] },
  { text: 'https://a.example/b_(c) is one', links: ['https://a.example/b_(c)'] },
  {
    text: 'http://a.example and https://b.example',
    links: ['http://a.example', 'https://b.example'],
  },
  { text: 'javascript:alert(1) data:text/html,x', links: [] },
  { text: '<a href="https://a.example/">x</a>', links: ['https://a.example/'] },
  { text: 'https://', links: [] },
  { text: '([https://a.example/[b]).]', links: ['https://a.example/[b]'] },
])('finds in “$text” the addresses $links', ({ text, links }) => {
  const stretches = splitLinks(text);
  expect(stretches.flatMap(({ href }) => href ?? [])).toEqual(links);
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
});

it.each([')', ')]', '.)', '.'])('finds the address before ten thousand “%s”', (signs) => {
  const text = `https://a.example${signs.repeat(10_000)}`;
  expect(splitLinks(text)[0]).toEqual({ text: 'https://a.example', href: 'https://a.example' });
});
