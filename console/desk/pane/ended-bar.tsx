import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import type { Resolution } from '#protocol/events.ts';
import { useText } from '../../platform/i18n/index.ts';
import { type FollowUp, forgetFollowUp, isFollowUp, readFollowUp } from '../follow-up.ts';
import styles from './bar.module.css';
import closing from './closing-bar.module.css';
import { FollowUpFields } from './follow-up-fields.tsx';
import { ResolutionChoice } from './resolution-choice.tsx';

interface EndedBarProps {
  readonly chat: StaffChat;
  readonly onPutAway: () => void;
  /** Answers whether it was said. */
  readonly onResolve: (said: FollowUp & { readonly resolution: Resolution }) => Promise<boolean>;
}

/** In place of the composer when the chat is not, or no longer, one's own. */
export function EndedBar({ chat, onPutAway, onResolve }: EndedBarProps) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<Resolution | null>(null);
  const isClosed = chat.state === 'closed' && !chat.isPractice;
  // A patron who ended the chat left it to the operator to say how.
  const isOpen = isClosed && (isAsked || chat.resolution === null);

  const say = async (resolution: Resolution) => {
    const words = isFollowUp(resolution) ? readFollowUp(chat.id) : {};
    if (!(await onResolve({ resolution, ...words }))) return;
    forgetFollowUp(chat.id);
    setAsked(false);
    setChosen(null);
  };
  const choose = (resolution: Resolution) => {
    if (isFollowUp(resolution)) setChosen(resolution);
    else void say(resolution);
  };

  return (
    <div className={isOpen ? `${styles.bar} ${closing.ended}` : styles.bar}>
      <div className={`${styles.words} ${closing.line}`}>
        <span>{t(`desk.ended.${chat.state}`, { name: chat.ownerName ?? '' })}</span>
        {isClosed && chat.resolution !== null && !isAsked && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsked(true)}>
            {t('closing.change', { how: t(`closing.as.${chat.resolution}`) })}
          </Button>
        )}
      </div>
      {isOpen && (
        <ResolutionChoice
          label={t('closing.how')}
          value={chosen ?? chat.resolution}
          onChoose={choose}
          onConfirm={() => setAsked(false)}
        />
      )}
      {isOpen && chosen !== null && (
        <FollowUpFields chat={chat} onSubmit={() => void say(chosen)}>
          <Button type="submit" variant="light">
            {t('closing.save')}
          </Button>
        </FollowUpFields>
      )}
      <Button variant="default" onClick={onPutAway}>
        {t('desk.putAway')}
      </Button>
    </div>
  );
}
