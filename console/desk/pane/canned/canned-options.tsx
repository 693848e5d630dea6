import { VisuallyHidden } from '@mantine/core';
import { useText } from '../../../platform/i18n/index.ts';
import styles from './canned-options.module.css';
import { firstShown } from './first-shown.ts';
import type { CannedList } from './use-canned-list.ts';

/** Options in sight. The best come first, and another letter leaves fewer. */
const SHOWN = 6;

/** The list above the field. The field keeps the focus and names the active option. */
export function CannedOptions({ id, list }: { id: string; list: CannedList }) {
  const t = useText();
  const { isOpen, items, active, activate, choose } = list;
  const first = firstShown(active, SHOWN, items.length);

  return (
    <>
      <VisuallyHidden role="status">
        {isOpen && t('desk.canned.found', { count: items.length })}
      </VisuallyHidden>
      {isOpen && (
        <div
          className={styles.list}
          onWheel={({ deltaY }) => activate(Math.max(0, active + Math.sign(deltaY)))}
        >
          <div id={id} role="listbox" aria-label={t('desk.canned')}>
            {items.slice(first, first + SHOWN).map((message, place) => {
              const index = first + place;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose.
                // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option.
                <div
                  key={message.id}
                  id={cannedOptionId(id, index)}
                  className={styles.option}
                  role="option"
                  aria-selected={index === active}
                  aria-setsize={items.length}
                  aria-posinset={index + 1}
                  // The focus stays in the field.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(message)}
                >
                  <span className={styles.title}>{message.title}</span>
                  <span className={styles.text}>{message.text}</span>
                </div>
              );
            })}
          </div>
          {items.length > SHOWN && (
            <p className={styles.more}>{t('desk.canned.more', { count: items.length - SHOWN })}</p>
          )}
        </div>
      )}
    </>
  );
}

export function cannedOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
