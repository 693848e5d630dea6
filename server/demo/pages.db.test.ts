import { sql as fragment } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeInstitution } from '../../test/factories.ts';
import { testFeatureApp, testParts } from '../../test/feature-app.ts';
import { routeDemo, seedDemo } from './index.ts';
import { LIBRARIES } from './libraries.ts';
import { SITES } from './sites/index.ts';

const parts = await testParts();
const { sql } = parts.database;
// A Saturday in Northfield, and already Sunday in Greenwich.
const app = testFeatureApp(parts);
routeDemo(app, { ...parts, clock: { now: () => new Date('2026-11-22T02:00:00Z') } });

const read = (address: string) => app.inject({ url: `/demo/${address}` });

const everyPage = SITES.flatMap(({ library, texts }) =>
  texts.flatMap(({ language, pages }) =>
    ['', ...pages.map(({ slug }) => `/${slug}`)].map((slug) => ({
      address: `${library.code}${slug}?lang=${language}`,
      language,
      widgetId: library.widgetId,
    })),
  ),
);

describe('without the demonstration', () => {
  test('there are no such pages, not even for a library that is called Northfield', async () => {
    await makeInstitution(sql, 'northfield');
    expect((await read('northfield')).statusCode).toBe(404);
    await fragment`truncate institutions cascade`.execute(sql);
  });
});

describe('with the demonstration', () => {
  beforeAll(() => seedDemo(parts));

  test.each(everyPage)(
    '$address is a page in its language with the library’s widget',
    async ({ address, language, widgetId }) => {
      const { statusCode, headers, body } = await read(address);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body).toContain(`<html lang="${language}">`);
      expect(body).toContain(`<script src="/embed.js" data-widget="${widgetId}" async></script>`);
    },
  );

  test('every link of every page leads somewhere', async () => {
    const links = new Set<string>();
    for (const { address } of everyPage) {
      const { body } = await read(address);
      for (const [, link = ''] of body.matchAll(/(?:href|action)="(\/demo\/[^"]+)"/g)) {
        links.add(link.replaceAll('&amp;', '&'));
      }
    }
    expect(links.size).toBeGreaterThan(everyPage.length);
    for (const link of links) {
      expect([link, (await app.inject({ url: link })).statusCode]).toEqual([link, 200]);
    }
  });

  test.each(LIBRARIES)('$name’s page is as strict as a careful library’s', async ({ code }) => {
    const { headers, body } = await read(code);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src=)/);
  });

  test('a page keeps the language that was chosen, and says when its own words are in another', async () => {
    const spanish = await read('harbour?lang=es');
    expect(spanish.body).toContain('href="/demo/harbour/hours?lang=es"');
    const french = await read('northfield?lang=fr');
    expect(french.body).toContain('<html lang="fr">');
    expect(french.body).toContain('<body lang="en">');
    const unknown = await read('harbour?lang=de');
    expect(unknown.body).toContain('<html lang="en">');
  });

  test('today is the day on the library’s own clock', async () => {
    const { body } = await read('northfield/hours');
    expect(body).toMatch(/<tr aria-current="date"><th scope="row">Saturday/);
    expect(body.match(/aria-current="date"/g)).toHaveLength(1);
  });

  test('what was searched for is shown as text, whatever it is', async () => {
    const { body } = await read(
      `northfield/find-articles?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(body).not.toContain('<img');
  });

  test.each([
    'nowhere',
    'northfield/nowhere',
    'northfield/hours/deeper',
    'NORTHFIELD',
    '__proto__',
  ])('there is no page at %s', async (address) => {
    expect((await read(address)).statusCode).toBe(404);
  });

  test('a search in two words at once is no search', async () => {
    const { statusCode, body } = await read('northfield/find-articles?q=salt&q=marsh');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('You looked for');
  });
});
