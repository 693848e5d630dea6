import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconNote, IconQuote, IconSend2 } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useId, useState } from 'react';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { useText } from '../../platform/i18n/index.ts';
import { CannedOptions, cannedOptionId } from './canned/canned-options.tsx';
import { useCannedList } from './canned/use-canned-list.ts';
import styles from './composer.module.css';
import { keepDraft, readDraft } from './drafts.ts';
import { useInsertions } from './use-insertions.ts';
import { useTypingSignal } from './use-typing-signal.ts';

/** Characters from which the counter shows. */
const COUNTED_FROM = MESSAGE_CHARACTERS - 1_000;

interface ComposerProps {
  readonly chatId: string;
  readonly patronName: string;
  readonly isNote: boolean;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onNote: (isNote: boolean) => void;
  readonly onSend: (text: string, isNote: boolean) => void;
  /** Escape: out of the text, to where single keys count. */
  readonly onLeave: () => void;
}

/** Where one writes to the patron, or a note to the staff. */
export function Composer(props: ComposerProps) {
  const { chatId, patronName, isNote, inputRef, onNote, onSend, onLeave } = props;
  const t = useText();
  const hintId = useId();
  const cannedId = useId();
  const [text, setText] = useState(() => readDraft(chatId));
  const { typed, stopped } = useTypingSignal(chatId);
  const isTooLong = text.length > MESSAGE_CHARACTERS;
  const label = isNote ? t('desk.note.write') : t('desk.write', { name: patronName });

  const write = (written: string) => {
    setText(written);
    keepDraft(chatId, written);
    if (written.trim() === '' || isNote) stopped();
    else typed();
  };

  const canned = useCannedList(inputRef, text, write);
  useInsertions(chatId, inputRef, text, write);

  const send = () => {
    if (text.trim() === '' || isTooLong) return;
    onSend(text.trimEnd(), isNote);
    stopped();
    setText('');
    keepDraft(chatId, '');
    onNote(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (canned.takesKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') {
      onLeave();
      return;
    }
    // While a word is being composed (Japanese, accents), Enter belongs to it.
    const isSend = event.key === 'Enter' && !event.shiftKey && !event.altKey;
    if (!isSend || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={isNote ? `${styles.composer} ${styles.note}` : styles.composer}>
      {isNote && <p className={styles.label}>{t('desk.note.label')}</p>}
      <div className={styles.field}>
        <CannedOptions id={cannedId} list={canned} />
        <Textarea
          ref={inputRef}
          aria-label={label}
          aria-describedby={hintId}
          aria-invalid={isTooLong}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={canned.isOpen ? cannedId : undefined}
          aria-activedescendant={
            canned.isOpen ? cannedOptionId(cannedId, canned.active) : undefined
          }
          placeholder={label}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          classNames={{ input: styles.input ?? '' }}
          onChange={(event) => {
            write(event.currentTarget.value);
            canned.onCaret(event.currentTarget.selectionStart);
          }}
          onSelect={(event) => canned.onCaret(event.currentTarget.selectionStart)}
          onBlur={() => {
            stopped();
            canned.close();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.line}>
        <Button
          variant={isNote ? 'filled' : 'subtle'}
          color={isNote ? 'wait' : 'accent'}
          size="compact-sm"
          leftSection={<IconNote aria-hidden size={16} stroke={1.6} />}
          aria-pressed={isNote}
          onClick={() => onNote(!isNote)}
        >
          {t('desk.note')}
        </Button>
        <ActionIcon
          variant="subtle"
          size={28}
          color={isNote ? 'wait' : 'accent'}
          aria-label={t('desk.canned')}
          title={t('desk.canned.hint')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={canned.begin}
        >
          <IconQuote size={17} stroke={1.6} />
        </ActionIcon>
        <span id={hintId} className={isTooLong ? styles.tooLong : styles.hint}>
          {text.length >= COUNTED_FROM
            ? t('desk.characters', { used: text.length, most: MESSAGE_CHARACTERS })
            : t('desk.enterSends')}
        </span>
        <ActionIcon
          size={34}
          color={isNote ? 'wait' : 'accent'}
          aria-label={isNote ? t('desk.note.send') : t('desk.send')}
          aria-disabled={text.trim() === '' || isTooLong}
          onClick={send}
        >
          <IconSend2 size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </div>
  );
}
