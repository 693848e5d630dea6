import { problem } from '../platform/problem.ts';
import { hashSecret } from '../platform/secrets.ts';
import type { Installation } from './store.ts';

/**
 * @throws already_set_up when somebody has used the link, whoever asks; not_found for a token that is
 *   wrong or was printed by an earlier start
 */
export function refuseUnlessHolds({ setUpAt, setupTokenHash }: Installation, token: string): void {
  if (setUpAt !== null) throw problem('already_set_up', 'This installation is set up already.');
  if (setupTokenHash?.equals(hashSecret(token))) return;
  throw problem('not_found', 'This link does not hold. The one that Carrel printed last does.');
}
