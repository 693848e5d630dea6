import { useInfiniteQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { filterOf, type ToldPlace } from '../told-chats/told-place.ts';
import { FeedbackCard } from './feedback-card.tsx';
import styles from './feedback-page.module.css';
import { feedbackQuery } from './queries.ts';

/** Before all else, what the reader has not read: notes about them, and replies to theirs. */
export function UnreadFeedback({ place }: { readonly place: ToldPlace }) {
  const t = useText();
  const filter = { ...filterOf({}, place, {}), unread: 'true' as const };
  const { data } = useInfiniteQuery(feedbackQuery(filter));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const id = 'unread-feedback';

  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className={styles.unread} id={id}>
        {t('feedback.unread', { count: items.length })}
      </h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <FeedbackCard key={item.chatId} item={item} place={place} />
        ))}
      </ul>
    </section>
  );
}
