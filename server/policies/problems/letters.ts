import type { Letter } from '../../platform/mail/index.ts';
import { say, type TextKey } from '../../platform/texts.ts';
import type { Reached } from './store.ts';

interface About {
  readonly institution: string;
  /** The heading, or null for the page as a whole. */
  readonly passage: string | null;
}

/** To who looks after the page. What was written stands in it, so that they know whether it is urgent. */
export function reportedLetter(
  to: Reached,
  about: About & { readonly text: string; readonly reporter: string; readonly from: string },
  url: string,
): Letter {
  const { institution, text, reporter, from } = about;
  const words = textsFor(to, { institution, name: reporter, library: from });
  return {
    ...beginLetter(to),
    subject: words('mail.policyReported.subject'),
    lead: words('mail.policyReported.lead'),
    list: [...headingOf(to, about), text],
    button: { label: words('mail.policyReported.button'), url },
    notes: [],
  };
}

/** To who reported it: what became of it. */
export function resolvedLetter(
  to: Reached,
  about: About & { readonly note: string | null; readonly resolver: string },
  url: string,
): Letter {
  const { institution, note, resolver } = about;
  const words = textsFor(to, { institution, name: resolver });
  return {
    ...beginLetter(to),
    subject: words('mail.policyResolved.subject'),
    lead: words('mail.policyResolved.lead'),
    list: [...headingOf(to, about), ...(note === null ? [] : [note])],
    button: { label: words('mail.policyResolved.button'), url },
    notes: [],
  };
}

function headingOf({ language }: Reached, { passage }: About): string[] {
  return passage === null ? [] : [say(language, 'mail.policy.passage', { passage })];
}

function beginLetter({ email, language, displayName }: Reached) {
  return { to: email, language, greeting: say(language, 'mail.greeting', { name: displayName }) };
}

function textsFor({ language }: Reached, values: Readonly<Record<string, string>>) {
  return (key: TextKey) => say(language, key, values);
}
