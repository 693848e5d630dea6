import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const I18N = path.resolve(import.meta.dirname, '../../../i18n');

export type Language = 'en' | 'fr' | 'es';
type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/**
 * What people read, so that a journey finds things by the names that they have for people, in whichever
 * words they are kept. `{name}` in a text is replaced by its value.
 */
export function consoleWords(language: Language): Say {
  return sayFrom(readAll(path.join(I18N, 'console', language)));
}

export function widgetWords(language: Language): Say {
  const folder = path.join(I18N, 'widget');
  return sayFrom({ ...read(folder, `${language}.json`), ...readAll(path.join(folder, language)) });
}

function readAll(folder: string): Record<string, string> {
  return Object.assign({}, ...readdirSync(folder).map((file) => read(folder, file)));
}

function read(folder: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

function sayFrom(texts: Readonly<Record<string, string>>): Say {
  return (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`No text is called ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
