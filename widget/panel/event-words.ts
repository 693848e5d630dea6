import type { ChatEvent, Speaker } from '#protocol/events.ts';
import type { Voice } from '../language.ts';

export interface Notice {
  text: string;
  /** The library's own words, if it has any for this. */
  more?: string;
}

export function nameOf(speaker: Speaker, voice: Voice): string {
  return speaker.name ?? voice.t('librarian');
}

/** Who answers: `Sadie`, or `Sadie, Eastvale University`. */
export function answererOf(speaker: Speaker, voice: Voice): string {
  const { name, institution } = speaker;
  if (name && institution) return voice.t('answeringFrom', { name, institution });
  return name ?? voice.t('answeringUnnamed');
}

/** What stands between the messages: who came, who had to leave. Null for all else. */
export function noticeOf(event: ChatEvent, voice: Voice): Notice | null {
  const { name, institution } = event.by;
  if (event.kind === 'claimed') {
    const text =
      name && institution
        ? voice.t('claimedFrom', { name, institution })
        : name
          ? voice.t('claimed', { name })
          : voice.t('claimedUnnamed');
    return { text, ...(event.introduction ? { more: event.introduction } : {}) };
  }
  if (event.kind === 'returned') return { text: voice.t('returned', { name: event.operatorName }) };
  return null;
}

export function closingWords(event: Extract<ChatEvent, { kind: 'closed' }>, voice: Voice): string {
  const { name } = event.by;
  switch (event.reason) {
    case 'operator':
      return name ? voice.t('closedByOperator', { name }) : voice.t('closedByOperatorUnnamed');
    case 'patron':
      return voice.t('closedByPatron');
    case 'question_left':
      return voice.t('closedByQuestion');
    case 'lost':
      return voice.t('closedByLoss');
  }
}
