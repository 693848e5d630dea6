import type { Language } from '#protocol/schemas.ts';
import type en from '../i18n/widget/en.json';

export type Messages = Readonly<Record<keyof typeof en, string>>;
export type MessageKey = keyof Messages;
type PluralKey<Key> = Key extends `${infer Stem}_other` ? Stem : never;

export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** What the widget says, in one language. */
export interface Voice {
  language: Language;
  t: Translate;
  /** Of a key in the forms `_one` and `_other`. */
  count(key: PluralKey<MessageKey>, count: number): string;
  /** Time of day, from ISO 8601. */
  time(at: string): string;
  /** Day and time, from ISO 8601. */
  moment(at: string): string;
}

/** `browser`: the reader's own tags, such as en-GB, which say how a time is written in their country. */
export function voiceOf(language: Language, messages: Messages, browser: readonly string[]): Voice {
  const locale = browser.find((tag) => tag.split('-')[0] === language) ?? language;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const t: Translate = (key, params) => fillIn(messages[key], params ?? {});
  return {
    language,
    t,
    count(key, count) {
      const form = plural.select(count) === 'one' ? 'one' : 'other';
      return t(`${key}_${form}`, { count: number.format(count) });
    },
    time: (at) => time.format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
  };
}

/** `{name}` becomes its value; a place without a value stays as it stands, to be seen. */
export function fillIn(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
