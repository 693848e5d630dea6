import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import type { Resolution } from '#protocol/events.ts';
import { useText } from '../../platform/i18n/index.ts';
import { isFollowUp, RESOLUTIONS } from '../follow-up.ts';
import bar from './bar.module.css';
import styles from './closing-bar.module.css';
import { FollowUpFields } from './follow-up-fields.tsx';
import { ResolutionChoice } from './resolution-choice.tsx';

interface ClosingBarProps {
  readonly chat: StaffChat;
  readonly resolution: Resolution;
  readonly onChoose: (resolution: Resolution) => void;
  readonly onFinish: () => void;
  readonly onUndo: () => void;
}

/**
 * In place of the composer while a closing can be taken back. Whoever does nothing more has answered;
 * Enter says so at once, a digit says otherwise, Escape takes it back.
 */
export function ClosingBar(props: ClosingBarProps) {
  const { chat, resolution, onChoose, onFinish, onUndo } = props;
  const t = useText();
  const group = useRef<HTMLDivElement>(null);
  const isHeld = isFollowUp(resolution);

  useEffect(() => {
    const wanted = isHeld ? 'input, textarea' : '[aria-checked="true"], button';
    group.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [isHeld]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isWriting = event.target instanceof Element && event.target.matches('input, textarea');
    if (event.key === 'Escape') onUndo();
    else if (isWriting || chat.isPractice) return;
    else if (/^[1-5]$/.test(event.key)) {
      const chosen = RESOLUTIONS[Number(event.key) - 1];
      if (chosen) onChoose(chosen);
    } else return;
    event.preventDefault();
    // Single keys of the desk are not meant while this is asked.
    event.stopPropagation();
  };

  const undo = (
    <Button variant="default" onClick={onUndo}>
      {t('desk.undo')}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the controls within
    <div ref={group} className={styles.closing} onKeyDown={onKeyDown}>
      {/* A new one for each choice: the time begins anew. */}
      {!isHeld && <span key={resolution} className={bar.progress} />}
      <p className={bar.words} role="status">
        {t(isHeld ? 'closing.held' : 'desk.closing', { name: chat.patronName })}
      </p>
      {!chat.isPractice && (
        <ResolutionChoice
          label={t('closing.how')}
          value={resolution}
          onChoose={onChoose}
          onConfirm={onFinish}
        />
      )}
      {isHeld ? (
        <FollowUpFields chat={chat} onSubmit={onFinish}>
          {undo}
          <Button type="submit">{t('closing.finish')}</Button>
        </FollowUpFields>
      ) : (
        <div className={styles.acts}>
          <span className={styles.hint}>{t('closing.hint')}</span>
          {undo}
        </div>
      )}
    </div>
  );
}
