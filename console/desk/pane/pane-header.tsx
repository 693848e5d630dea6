import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { useText } from '../../platform/i18n/index.ts';
import { durationWords } from '../durations.ts';
import { LibraryBadge } from '../library-badge.tsx';
import { useServerNow } from '../use-now.ts';
import { titleWithin } from './page-title.ts';
import styles from './pane-header.module.css';

interface PaneHeaderProps {
  readonly chat: StaffChat;
  readonly isPhone: boolean;
  readonly isAboutShown: boolean;
  readonly menu: ReactNode;
  readonly onAbout: () => void;
  readonly onHide: () => void;
  readonly onBack: () => void;
}

/** Who asks, from which library, looking at what. */
export function PaneHeader(props: PaneHeaderProps) {
  const { chat, isPhone, isAboutShown, menu, onAbout, onHide, onBack } = props;
  const t = useText();

  return (
    <header className={styles.header}>
      <div className={styles.top}>
        {isPhone && (
          <ActionIcon variant="subtle" size={40} aria-label={t('desk.back')} onClick={onBack}>
            <IconChevronLeft size={22} stroke={1.6} />
          </ActionIcon>
        )}
        <h2 className={styles.name}>{chat.patronName}</h2>
        <LibraryBadge name={chat.isPractice ? t('practice.mark') : chat.institutionName} />
        <div className={styles.acts}>
          <Tooltip label={t('desk.about')}>
            <ActionIcon
              variant="subtle"
              size={34}
              aria-label={t('desk.about')}
              aria-pressed={isAboutShown}
              onClick={onAbout}
            >
              <IconInfoCircle size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          {menu}
          {!isPhone && (
            <Tooltip label={t('desk.pane.hide')}>
              <ActionIcon
                variant="subtle"
                size={34}
                aria-label={t('desk.pane.hide')}
                onClick={onHide}
              >
                <IconX size={19} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </div>
      <p className={styles.facts}>
        <PageLink chat={chat} />
        <Facts chat={chat} />
      </p>
    </header>
  );
}

/** The page that the patron has before them; it changes as they go. */
function PageLink({ chat }: { readonly chat: StaffChat }) {
  const t = useText();
  if (!chat.patronHere && chat.state !== 'closed') {
    return <span className={styles.gone}>{t('desk.patron.left')}</span>;
  }
  if (chat.page === null) return null;
  return (
    <span className={styles.looking}>
      {t('desk.lookingAt')}{' '}
      <a href={chat.page.url} target="_blank" rel="noopener noreferrer" className={styles.page}>
        {titleWithin(chat.page, chat.institutionName)}
      </a>
    </span>
  );
}

function Facts({ chat }: { readonly chat: StaffChat }) {
  const t = useText();
  const now = useServerNow();
  const end = chat.closedAt === null ? now : Date.parse(chat.closedAt);
  const open = durationWords(t, (end - Date.parse(chat.openedAt)) / 1_000);
  return (
    <span className={styles.times}>
      {open}
      {chat.waitedSeconds !== null &&
        `, ${t('desk.waitedFor', { duration: durationWords(t, chat.waitedSeconds) })}`}
    </span>
  );
}
