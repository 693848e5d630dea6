import type { Letter } from '../platform/mail/index.ts';
import { say, type TextKey } from '../platform/texts.ts';
import type { Addressee } from './store.ts';

/** Letters with a link. `reset`: asked for by the person; `sent`: by a coordinator. */
export type LinkLetter = 'reset' | 'sent' | 'invitation';

export function linkLetter(kind: LinkLetter, to: Addressee, email: string, url: string): Letter {
  const text = textsFor(to);
  return {
    ...beginLetter(to, email),
    subject: text(`mail.${kind}.subject`),
    lead: text(`mail.${kind}.lead`),
    list: [],
    button: { label: text(`mail.${kind}.button`), url },
    notes: [text(`mail.${kind}.good`), text(`mail.${kind}.else`)],
  };
}

/** All who share one address get one letter, in the language and by the name of the first. */
export function usernamesLetter(
  accounts: readonly [Addressee, ...Addressee[]],
  email: string,
  url: string,
): Letter {
  const [first] = accounts;
  const text = textsFor(first);
  return {
    ...beginLetter(first, email),
    subject: text('mail.usernames.subject'),
    lead: text('mail.usernames.lead'),
    list: accounts.map((account) =>
      say(first.language, 'mail.usernames.account', valuesOf(account)),
    ),
    button: { label: text('mail.usernames.button'), url },
    notes: [text('mail.usernames.else')],
  };
}

/** Tells the owner of a password that it is another now, whoever did it. */
export function changedLetter(to: Addressee, email: string, url: string): Letter {
  const text = textsFor(to);
  return {
    ...beginLetter(to, email),
    subject: text('mail.changed.subject'),
    lead: text('mail.changed.lead'),
    list: [],
    button: { label: text('mail.changed.button'), url },
    notes: [text('mail.changed.else')],
  };
}

/** Tells the old address of an account that it has another now. */
export function addressChangedLetter(to: Addressee, oldEmail: string, url: string): Letter {
  const text = textsFor(to);
  return {
    ...beginLetter(to, oldEmail),
    subject: text('mail.addressChanged.subject'),
    lead: text('mail.addressChanged.lead'),
    list: [],
    button: { label: text('mail.addressChanged.button'), url },
    notes: [text('mail.addressChanged.else')],
  };
}

function beginLetter({ language, displayName }: Addressee, email: string) {
  return { to: email, language, greeting: say(language, 'mail.greeting', { name: displayName }) };
}

function textsFor(account: Addressee) {
  return (key: TextKey) => say(account.language, key, valuesOf(account));
}

function valuesOf({ username, institutionName }: Addressee) {
  return { username, institution: institutionName };
}
