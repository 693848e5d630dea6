import type { ChatEvent, Resolution } from '#protocol/events.ts';
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
    case 'unrouted':
      return t('desk.event.unrouted', { queue: event.queueName, time });
    case 'claimed':
      if (event.from !== undefined)
        return isMe
          ? t('desk.event.takenOver.me', { from: event.from.name, time })
          : t('desk.event.takenOver', { name, from: event.from.name, time });
      if (isMe) return t('desk.event.claimed.me', { time });
      return event.by.institution === undefined
        ? t('desk.event.claimed', { name, time })
        : t('desk.event.claimedAt', { name, library: event.by.institution, time });
    case 'returned':
      if (event.reason === 'passed_on') {
        const queue = event.queue?.coopName ?? event.queue?.name ?? '';
        const words = isMe
          ? t('desk.event.returned.passed_on.me', { queue, time })
          : t('desk.event.returned.passed_on', { name, queue, time });
        return withNote(t, words, event.note);
      }
      if (isMe) return t(`desk.event.returned.${event.reason}.me`, { time });
      return t(`desk.event.returned.${event.reason}`, { name: event.operatorName, time });
    case 'transfer_offered': {
      const to = event.to.name;
      const words = isMe
        ? t('desk.event.asked.me', { to, time })
        : t('desk.event.asked', { name, to, time });
      return withNote(t, words, event.note);
    }
    case 'transfer_declined':
      return t(`desk.event.declined.${event.reason}`, { to: event.to.name, time });
    case 'form_offered':
      return t('desk.event.formOffered', { name: patronName, time });
    case 'closed':
      if (event.reason !== 'operator') {
        return t(`desk.event.closed.${event.reason}`, { name: patronName, time });
      }
      return withResolution(
        isMe
          ? t('desk.event.closed.me', { time })
          : t('desk.event.closed.operator', { name, time }),
        event.resolution,
        t,
      );
    case 'resolved':
      return withResolution(
        isMe
          ? t('closing.event.resolved.me', { time })
          : t('closing.event.resolved', { name, time }),
        event.to,
        t,
      );
    case 'message':
    case 'note':
      return event.text;
  }
}

function withResolution(words: string, resolution: Resolution | undefined, t: Translate): string {
  if (resolution === undefined) return words;
  return t('closing.event.how', { words, how: t(`closing.as.${resolution}`) });
}

function withNote(t: Translate, words: string, note: string | undefined): string {
  return note === undefined ? words : t('desk.event.withNote', { words, note });
}
