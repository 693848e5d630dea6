import { VisuallyHidden } from '@mantine/core';
import type { DeskView } from '../../platform/connection/index.ts';
import { ownChats } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import type { Panes } from '../panes.ts';
import listStyles from './list.module.css';
import { OwnRow } from './own-row.tsx';
import { Section } from './section.tsx';

interface OwnListProps {
  readonly desk: DeskView;
  readonly panes: Panes;
  readonly onShow: (chatId: string) => void;
}

/** One's own chats in the order of claiming. */
export function OwnList({ desk, panes, onShow }: OwnListProps) {
  const t = useText();
  const own = ownChats(desk);

  return (
    <Section title={t('desk.mine')} aside={own.length} tour="mine">
      {own.length === 0 ? (
        <p className={listStyles.empty}>{t('desk.mine.none')}</p>
      ) : (
        <ul className={listStyles.rows}>
          {own.map((chat) => (
            <OwnRow
              key={chat.id}
              chat={chat}
              isOpen={panes.open.includes(chat.id)}
              isActive={panes.active === chat.id}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      <VisuallyHidden>{t('desk.mine.hint')}</VisuallyHidden>
    </Section>
  );
}
