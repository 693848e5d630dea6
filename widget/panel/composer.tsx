import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { charactersLeft } from './check-form.ts';
import { Icon } from './icons.tsx';
import { useVoice } from './voice.ts';

interface ComposerProps {
  draft: string;
  onDraft(text: string): void;
  onType(text: string): void;
  /** Null while the chat is not open yet: one can write, not send. */
  onSend: ((text: string) => void) | null;
  aside: ComponentChildren;
}

/** Pixels up to which the field grows with its text. */
const TALLEST = 168;

export function Composer({ draft, onDraft, onType, onSend, aside }: ComposerProps) {
  const { t, count } = useVoice();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = charactersLeft(draft);
  const isTooLong = left !== null && left < 0;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    if (draft) element.style.height = `${Math.min(TALLEST, element.scrollHeight + 2)}px`;
  }, [draft]);

  const send = () => {
    field.current?.focus();
    if (!onSend || isTooLong || draft.trim() === '') return;
    onSend(draft.trimEnd());
    onDraft('');
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {aside}
      <div class={isTooLong ? 'box wrong' : 'box'}>
        <textarea
          ref={field}
          rows={1}
          value={draft}
          aria-label={t('message')}
          placeholder={t('messagePlaceholder')}
          aria-describedby="left"
          aria-invalid={isTooLong}
          enterkeyhint="send"
          onInput={(event) => {
            onDraft(event.currentTarget.value);
            onType(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="submit"
          class="send"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!onSend}
        >
          <Icon name="send" size={20} />
        </button>
      </div>
      <p id="left" class={isTooLong ? 'fault' : 'hint'} role={isTooLong ? 'alert' : undefined}>
        {left !== null && (isTooLong ? count('tooLong', -left) : count('charactersLeft', left))}
      </p>
    </form>
  );
}
