import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CannedMessage } from '#protocol/canned-messages.ts';
import { personName, writtenText } from '#protocol/schemas.ts';
import { FormActs } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from '../session/refusal.tsx';

export interface MessageWords {
  readonly title: string;
  readonly text: string;
}

export interface Saving {
  readonly isPending: boolean;
  readonly error: unknown;
}

interface MessageFormProps {
  /** Null for a new one. */
  readonly message: CannedMessage | null;
  readonly saving: Saving;
  readonly onSave: (words: MessageWords) => void;
  readonly onCancel: () => void;
}

export function MessageForm({ message, saving, onSave, onCancel }: MessageFormProps) {
  const t = useText();
  const [title, setTitle] = useState(message?.title ?? '');
  const [text, setText] = useState(message?.text ?? '');
  const [isTried, setTried] = useState(false);
  const form = useFaultFocus(isTried);
  const titleFault = isTried && !personName.safeParse(title).success && t('things.needName');
  const textFault = isTried && !writtenText.safeParse(text).success && t('pools.needText');

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const name = personName.safeParse(title);
        const words = writtenText.safeParse(text);
        if (name.success && words.success) onSave({ title: name.data, text: words.data });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('pools.messageTitle')}
          description={t('pools.messageTitle.hint')}
          // The form stands where the reader has just asked for it.
          autoFocus
          value={title}
          error={titleFault}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('pools.messageText')}
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          error={textFault}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal text={saving.error ? sentenceFor(t, saving.error) : null} />
        <FormActs submit={t('things.save')} isBusy={saving.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
