import type { ImportNote, ImportRule } from '#protocol/account-files.ts';

/** What is told of a row, for who reads the answer itself; the console has its own words for each. */
const SENTENCES: Readonly<Record<ImportRule, string>> = {
  twice: 'Row {line} has the same username.',
  taken: 'This username is taken.',
  deleted: 'This account is deleted: restore it first.',
  elsewhere: 'The account belongs to {code}: a file moves nobody to another institution.',
  needsInstitution: 'A new account needs an institution.',
  noInstitution: 'There is no institution “{name}”.',
  foreignInstitution: '“{name}” is not your institution.',
  unknownQueue: 'There is no queue “{name}” for this account.',
  unknownPool: 'There is no pool “{name}” for this account.',
  unknownRoom: 'There is no room “{name}” for this account.',
  invited: 'An invitation goes to {email}.',
  noEmail: 'No e-mail: set a password for them.',
  changed: '{column}: {before} → {after}',
  moved: '{column}: {changes}',
  badCell: '{column} {why}.',
  cells: 'The row has {cells} cells, and the heading has {columns}.',
  ownEmail: 'Your own e-mail address is changed in your security settings, with your password.',
  lastAdmin: 'The last admin of an institution, and the last owner, stay what they are.',
  mayNot: '{why}',
  refused: '{why}',
};

export function note(rule: ImportRule, values: Readonly<Record<string, string>> = {}): ImportNote {
  const text = SENTENCES[rule].replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  return { rule, values: { ...values }, text };
}
