import { EMAIL_CHARACTERS, MESSAGE_CHARACTERS, NAME_CHARACTERS } from '../limits.ts';
import type { Details } from '../visit-state.ts';

export type FieldFault = {
  field: 'question' | 'name' | 'email';
  rule: 'required' | 'tooLong' | 'noAddress';
};

/** As strict as the server, so that nothing is refused there: letters, digits and `_'+-.` before the @. */
const ADDRESS = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;

/** The first thing to put right, from top to bottom; null if all is well. */
export function checkForm(question: string, { name, email }: Details): FieldFault | null {
  if (question.trim() === '') return { field: 'question', rule: 'required' };
  if (question.length > MESSAGE_CHARACTERS) return { field: 'question', rule: 'tooLong' };
  if (name.trim().length > NAME_CHARACTERS) return { field: 'name', rule: 'tooLong' };
  const address = email.trim();
  if (address === '') return null;
  const isAddress = ADDRESS.test(address) && address.length <= EMAIL_CHARACTERS;
  return isAddress ? null : { field: 'email', rule: 'noAddress' };
}

/** Characters that are left, once that is worth saying: in the last twentieth. Negative above the limit. */
export function charactersLeft(text: string): number | null {
  const left = MESSAGE_CHARACTERS - text.length;
  return left <= MESSAGE_CHARACTERS / 20 ? left : null;
}
