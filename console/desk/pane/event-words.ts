import type { ChatEvent } from '#protocol/events.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import { titleOf } from './page-title.ts';

interface Reader {
  readonly t: Translate;
  readonly accountId: string;
  readonly patronName: string;
  readonly timeOf: (instant: string) => string;
}

/** What happened in a chat, as a sentence: "You claimed this chat at 22:41". */
export function wordsOf(event: ChatEvent, { t, accountId, patronName, timeOf }: Reader): string {
  const time = timeOf(event.at);
  const isMe = event.by.accountId === accountId;
  const name = event.by.name ?? patronName;
  switch (event.kind) {
    case 'opened':
      return event.page === undefined
        ? t('desk.event.opened', { name: patronName, time })
        : t('desk.event.openedOn', { name: patronName, page: titleOf(event.page), time });
    case 'page':
      return t('desk.event.page', { name: patronName, page: titleOf(event.page), time });
    case 'routed':
      return t('desk.event.routed', { queue: event.queueName, time });
    case 'claimed':
      if (isMe) return t('desk.event.claimed.me', { time });
      return event.by.institution === undefined
        ? t('desk.event.claimed', { name, time })
        : t('desk.event.claimedAt', { name, library: event.by.institution, time });
    case 'returned':
      if (isMe) return t(`desk.event.returned.${event.reason}.me`, { time });
      return t(`desk.event.returned.${event.reason}`, { name: event.operatorName, time });
    case 'form_offered':
      return t('desk.event.formOffered', { name: patronName, time });
    case 'closed':
      if (event.reason !== 'operator') {
        return t(`desk.event.closed.${event.reason}`, { name: patronName, time });
      }
      return isMe
        ? t('desk.event.closed.me', { time })
        : t('desk.event.closed.operator', { name, time });
    case 'message':
    case 'note':
      return event.text;
  }
}
