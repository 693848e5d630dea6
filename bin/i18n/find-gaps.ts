/** Texts in one language, flat or in groups, with `{name}` placeholders; plural forms as `key.one` or `key_one`. */
export type Texts = { readonly [key: string]: string | Texts };

/** The texts of one part of Carrel in each language, and the sources that speak with them. */
export type Part = {
  name: string;
  texts: Readonly<Record<string, Texts>>;
  sources: readonly string[];
};

const PLURAL_FORM = /[._](?:zero|one|two|few|many|other)$/;

/**
 * Every fault in the texts of a part, a line each. English is the original: the other languages have
 * its keys, no more and no fewer, each with its placeholders. Only in plural forms may they have more.
 */
export function findGaps(part: Part): string[] {
  const original = flatten(part.texts.en ?? {});
  const translations = Object.entries(part.texts).filter(([language]) => language !== 'en');
  if (original.size === 0) return [`i18n/${part.name}/en: there are no texts`];
  return [
    ...findUnused([...original.keys()], part.sources).map((key) => `en: ${key} is used nowhere`),
    ...findEmpty(original).map((key) => `en: ${key} is empty`),
    ...translations.flatMap(([language, texts]) =>
      compare(original, flatten(texts)).map((fault) => `${language}: ${fault}`),
    ),
  ].map((fault) => `i18n/${part.name}/${fault}`);
}

function flatten(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[prefix + key, text] as const]
        : [...flatten(text, `${prefix}${key}.`)],
    ),
  );
}

function compare(original: Map<string, string>, translation: Map<string, string>): string[] {
  const missing = [...original.keys()].filter((key) => !translation.has(key));
  return [
    ...missing.map((key) => `${key} is missing`),
    ...findEmpty(translation).map((key) => `${key} is empty`),
    ...[...translation].flatMap(([key, text]) => {
      const source = original.get(key) ?? original.get(otherForm(key));
      if (source === undefined) return [`${key} is not in English`];
      const wanted = placeholders(key, source);
      const found = placeholders(key, text);
      return wanted === found
        ? []
        : [`${key} has ${found || 'no placeholder'}, not ${wanted || 'none'}`];
    }),
  ];
}

function otherForm(key: string): string {
  return key.replace(PLURAL_FORM, (form) => `${form.charAt(0)}other`);
}

function findEmpty(texts: Map<string, string>): string[] {
  return [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key);
}

/**
 * A text may use a placeholder twice, and in any order: what counts is which ones.
 * A plural form may say its number in words ("one chat"), where another language can't.
 */
function placeholders(key: string, text: string): string {
  const names = new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name));
  if (PLURAL_FORM.test(key)) names.delete('{count}');
  return [...names].sort().join(', ');
}

/** A key is used where it stands in quotes, or where a template such as `problem.${code}` begins like it. */
function findUnused(keys: readonly string[], sources: readonly string[]): string[] {
  const text = sources.join('\n');
  const quoted = new Set([...text.matchAll(/(['"`])([\w.-]+)\1/g)].map((match) => match[2]));
  const starts = [...text.matchAll(/`([\w.-]{3,})\$\{/g)].map((match) => match[1] ?? '');
  return keys.filter(
    (key) =>
      !quoted.has(key) &&
      !quoted.has(key.replace(PLURAL_FORM, '')) &&
      !starts.some((start) => key.startsWith(start)),
  );
}
