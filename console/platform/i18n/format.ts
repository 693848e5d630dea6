export type TextValues = Readonly<Record<string, string | number>>;

/**
 * Fills `{name}` in a text. With a `count` among the values the form for that number is taken:
 * `key.one`, `key.other` and whatever else the language tells apart. A text that is missing shows its key.
 */
export function formatText(
  texts: Readonly<Record<string, string>>,
  locale: string,
  key: string,
  values: TextValues,
): string {
  const text = texts[key] ?? pluralOf(texts, locale, key, values.count) ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function pluralOf(
  texts: Readonly<Record<string, string>>,
  locale: string,
  key: string,
  count: string | number | undefined,
): string | undefined {
  const form = new Intl.PluralRules(locale).select(Number(count ?? 0));
  return texts[`${key}.${form}`] ?? texts[`${key}.other`];
}
