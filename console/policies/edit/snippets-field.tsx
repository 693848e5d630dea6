import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useText } from '../../platform/i18n/index.ts';
import { type DraftField, type DraftSnippet, moved, newPassage } from './draft.ts';
import styles from './edit.module.css';
import { PassageField } from './passage-field.tsx';

/** Words that librarians put into chats as they stand. */
export function SnippetsField({ draft, isTried, onChange }: DraftField) {
  const t = useText();
  const { snippets } = draft;
  const write = (change: (now: readonly DraftSnippet[]) => DraftSnippet[]) =>
    onChange((now) => ({ snippets: change(now.snippets) }));

  return (
    <fieldset className={styles.passages}>
      <legend>{t('policies.edit.snippets')}</legend>
      <Text c="dimmed" size="sm" mb="sm">
        {t('policies.edit.snippets.lead')}
      </Text>
      {snippets.map((snippet, index) => (
        <PassageField
          key={snippet.id}
          name={t('policies.edit.snippet', { number: index + 1 })}
          passage={snippet}
          placeholder=""
          isTried={isTried}
          isFirst={index === 0}
          isLast={index === snippets.length - 1}
          onChange={(change) =>
            write((now) => now.map((one) => (one.id === snippet.id ? { ...one, ...change } : one)))
          }
          onBringBack={() => write((now) => now.toSpliced(index, 0, snippet))}
          onMove={(by) => write((now) => moved(now, index, by))}
          onRemove={() => write((now) => now.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
        onClick={() => write((now) => [...now, newPassage()])}
      >
        {t('policies.edit.addSnippet')}
      </Button>
    </fieldset>
  );
}
