import type { ImportNote } from '#protocol/account-files.ts';
import type { ApiProblem } from '../../platform/api/index.ts';
import type { useText } from '../../platform/i18n/index.ts';

type Text = ReturnType<typeof useText>;

/** What the server tells of a row, in the reader's words. */
export function sayNote(t: Text, { rule, values }: ImportNote): string {
  return t(`accounts.import.note.${rule}`, values);
}

const FILE_RULES = [
  'empty',
  'notText',
  'quotes',
  'tooMany',
  'unknown',
  'twice',
  'missing',
] as const;

/** Why a file as a whole could not be read; by what the server names, each once. */
export function sayFileFaults(t: Text, { detail, rules }: ApiProblem): string {
  const said = [...rules].flatMap(([path, rule]) => {
    const known = FILE_RULES.find((name) => rule === `file.${name}`);
    return known ? t(`accounts.import.file.${known}`, { name: path }) : [];
  });
  return said.length > 0 ? said.join(' ') : detail;
}
