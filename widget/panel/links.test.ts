import { describe, expect, test } from 'vitest';
import { findLinks, type TextPart } from './links.ts';

const link = (text: string, href = text): TextPart => ({ text, href });

describe('links in what somebody wrote', () => {
  test.each<[string, string, TextPart[]]>([
    ['no link', 'Hello there', ['Hello there']],
    ['a link alone', 'https://a.example/x?y=1#z', [link('https://a.example/x?y=1#z')]],
    ['at a sentence’s end', 'See https://a.example/x.', ['See ', link('https://a.example/x'), '.']],
    ['in brackets', '(https://a.example/x)', ['(', link('https://a.example/x'), ')']],
    [
      'with brackets of its own',
      'https://a.example/Crane_(bird)',
      [link('https://a.example/Crane_(bird)')],
    ],
    ['in quotes', '“https://a.example/x”', ['“', link('https://a.example/x'), '”']],
    [
      'two',
      'http://a.example and http://b.example',
      [link('http://a.example'), ' and ', link('http://b.example')],
    ],
    ['without a scheme', 'www.a.example/x', [link('www.a.example/x', 'https://www.a.example/x')]],
    [
      'an e-mail address',
      'Ask desk@a.example.',
      ['Ask ', link('desk@a.example', 'mailto:desk@a.example'), '.'],
    ],
    ['a mail link', 'mailto:desk@a.example', [link('mailto:desk@a.example')]],
    ['over lines', 'a\nhttps://a.example\nb', ['a\n', link('https://a.example'), '\nb']],
    ['script', 'javascript:alert(1)', ['javascript:alert(1)']],
    ['script in capitals', 'JavaScript:alert(1)', ['JavaScript:alert(1)']],
    ['data', 'data:text/html,x', ['data:text/html,x']],
    ['markup', '<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    [
      'an address broken by markup',
      'https://a.example/"onmouseover=x',
      [link('https://a.example/'), '"onmouseover=x'],
    ],
    ['no host', 'https:// nothing', ['https:// nothing']],
    ['empty', '', []],
  ])('%s', (_, text, expected) => {
    const parts = findLinks(text);
    expect(parts).toEqual(expected);
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text);
  });

  test.each([')', '.)', '*'])('before ten thousand “%s”', (signs) => {
    const tail = signs.repeat(10_000);
    expect(findLinks(`https://a.example${tail}`)).toEqual([link('https://a.example'), tail]);
  });
});
