import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type RatingValue, ratingValue } from '#protocol/feedback.ts';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import type { Answering } from '#protocol/told-chats.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './notes.module.css';
import { useDraft } from './use-draft.ts';
import { useAddNote } from './use-note-acts.ts';

interface NoteFormProps {
  readonly chatId: string;
  readonly answerings: readonly Answering[];
}

/** A note to one who answered; behind a button, since most chats need none. */
export function NoteForm({ chatId, answerings }: NoteFormProps) {
  const t = useText();
  const [text, setText] = useDraft(`note.${chatId}`, '');
  // What was begun earlier is there, to be sent or to be taken out.
  const [isOpen, setOpen] = useState(text !== '');
  const [rating, setRating] = useState<RatingValue>();
  const people = new Map(answerings.map((answering) => [answering.accountId, answering]));
  const last = answerings.at(-1)?.accountId;
  const [operatorId, setOperator] = useState(last);
  // The same for the same note: a second try after a lost answer is no second note.
  const clientId = useRef(crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const wasOpen = useRef(isOpen);
  const change = (set: () => void) => {
    clientId.current = crypto.randomUUID();
    set();
  };
  const adding = useAddNote(chatId, () => {
    change(() => setText(''));
    setRating(undefined);
    setOpen(false);
  });
  useEffect(() => {
    if (isOpen && !wasOpen.current) field.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!isOpen) {
    return (
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {t('feedback.note.write')}
      </Button>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '')
          adding.mutate({ clientId: clientId.current, text, rating, operatorId });
      }}
    >
      <Textarea
        ref={field}
        label={t('feedback.note.text')}
        description={t('feedback.note.hint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MESSAGE_CHARACTERS}
        value={text}
        onChange={({ currentTarget: { value } }) => change(() => setText(value))}
      />
      <div className={styles.choices}>
        {people.size > 1 && (
          <NativeSelect
            label={t('feedback.note.to')}
            data={[...people.values()].map(({ accountId, displayName, institutionName }) => ({
              value: accountId,
              label: t('told.person', { name: displayName, library: institutionName }),
            }))}
            value={operatorId}
            onChange={({ currentTarget: { value } }) => change(() => setOperator(value))}
          />
        )}
        <NativeSelect
          label={t('feedback.note.rating')}
          data={[
            { value: '', label: t('feedback.note.noRating') },
            ...[...ratingValue.values].map((value) => ({
              value: String(value),
              label: t(`told.rating.${value}`),
            })),
          ]}
          value={String(rating ?? '')}
          onChange={({ currentTarget: { value } }) =>
            change(() => setRating(ratingValue.safeParse(Number(value)).data))
          }
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" size="compact-md" loading={adding.isPending}>
          {t('feedback.note.send')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
