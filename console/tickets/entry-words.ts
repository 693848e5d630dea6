import type { TicketEntry } from '#protocol/tickets.ts';
import type { Translate } from '../platform/i18n/index.ts';

/** What was changed, as a sentence. What was said speaks for itself. */
export function entryWords(
  entry: Exclude<TicketEntry, { kind: 'mail' | 'reply' | 'note' }>,
  t: Translate,
): string {
  const name = entry.by?.name ?? t('tickets.carrel');
  switch (entry.kind) {
    case 'state':
      return entry.by === null
        ? t('tickets.event.state.self', { state: t(`tickets.is.${entry.to}`) })
        : t('tickets.event.state', { name, state: t(`tickets.is.${entry.to}`) });
    case 'owner':
      if (entry.to === null && entry.by === null)
        return t('tickets.event.left', { name: entry.from?.name ?? '' });
      if (entry.to === null) return t('tickets.event.freed', { name });
      if (entry.to.accountId === entry.by?.accountId) return t('tickets.event.taken', { name });
      return t('tickets.event.given', { name, to: entry.to.name });
    case 'address':
      return entry.to === null
        ? t('tickets.event.addressGone', { name })
        : t('tickets.event.address', { name, email: entry.to });
    case 'merged':
      return t(entry.away ? 'tickets.event.merged.away' : 'tickets.event.merged', { name });
    case 'unmerged':
      return t('tickets.event.unmerged', { name });
    case 'bounced':
      return t('tickets.event.bounced');
    case 'held':
      return t('tickets.event.held');
  }
}
