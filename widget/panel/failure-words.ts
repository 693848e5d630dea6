import type { FailureCode } from '../api.ts';
import type { MessageKey, Translate } from '../language.ts';

const WORDS: Partial<Record<FailureCode, MessageKey>> = {
  unreachable: 'errorUnreachable',
  foreign_origin: 'errorForeignOrigin',
  too_many_requests: 'errorTooMany',
  chat_closed: 'errorClosed',
};

/** Why something did not go through, in the reader's words. */
export function failureWords(code: FailureCode, t: Translate): string {
  return t(WORDS[code] ?? 'errorOther');
}
