// Checks that every text is there in every language, and used: `node bin/check-i18n.ts`.
import { globSync, readFileSync } from 'node:fs';
import { findGaps, type Part, type Texts } from './i18n/find-gaps.ts';

const LANGUAGES = ['en', 'fr', 'es'];
const PARTS = ['console', 'widget', 'server'];

const gaps = PARTS.map(readPart).flatMap(findGaps);
for (const gap of gaps) console.error(gap);
console.log(`${PARTS.length} parts in ${LANGUAGES.length} languages, ${gaps.length} gaps`);
process.exitCode = gaps.length > 0 ? 1 : 0;

function readPart(name: string): Part {
  const texts = LANGUAGES.map((language) => [language, readTexts(name, language)]);
  const sources = globSync(`${name}/**/*.{ts,tsx,html}`)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  return { name, texts: Object.fromEntries(texts), sources };
}

/** One file a language, or a folder of files that hold a page's texts each. */
function readTexts(part: string, language: string): Texts {
  const files = globSync(`i18n/${part}/{${language}.json,${language}/*.json}`);
  if (files.length === 0) throw new Error(`i18n/${part} has no texts in "${language}"`);
  const entries = files.flatMap((file) =>
    Object.entries<Texts[string]>(JSON.parse(readFileSync(file, 'utf8'))),
  );
  const keys = entries.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${twice} stands twice in i18n/${part}/${language}`);
  return Object.fromEntries(entries);
}
