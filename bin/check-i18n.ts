// Checks that every text is there in every language, and used: `node bin/check-i18n.ts`.
import { globSync, readFileSync } from 'node:fs';
import { findGaps, type Part, type Texts } from './i18n/find-gaps.ts';

const LANGUAGES = ['en', 'fr', 'es'];
const PARTS = ['console', 'widget', 'server'];

const gaps = PARTS.flatMap((name) => [...findTwins(name), ...findGaps(readPart(name))]);
for (const gap of gaps) console.error(gap);
console.log(`${PARTS.length} parts in ${LANGUAGES.length} languages, ${gaps.length} gaps`);
process.exitCode = gaps.length > 0 ? 1 : 0;

function readPart(name: string): Part {
  const texts = LANGUAGES.map((language) => [
    language,
    Object.fromEntries(readTexts(name, language)),
  ]);
  const sources = globSync(`${name}/**/*.{ts,tsx,html}`)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  return { name, texts: Object.fromEntries(texts), sources };
}

/** One file a language, or a folder of files, each with the texts of a page. */
function readTexts(part: string, language: string): [string, Texts[string]][] {
  return globSync(`i18n/${part}/{${language}.json,${language}/*.json}`).flatMap((file) =>
    Object.entries<Texts[string]>(JSON.parse(readFileSync(file, 'utf8'))),
  );
}

/** Two pages that use one key: one text would silently replace the other. */
function findTwins(part: string): string[] {
  return LANGUAGES.flatMap((language) => {
    const keys = readTexts(part, language).map(([key]) => key);
    const twins = keys.filter((key, index) => keys.indexOf(key) < index);
    return twins.map((key) => `i18n/${part}/${language}: ${key} stands in two files`);
  });
}
