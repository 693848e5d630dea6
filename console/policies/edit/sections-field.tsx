import { Button, NativeSelect, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { policyTopic } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import { type DraftField, type DraftSection, moved, newPassage } from './draft.ts';
import styles from './edit.module.css';
import { PassageField } from './passage-field.tsx';

const TOPICS = [...policyTopic.values];

/** The sections in the order of the page. */
export function SectionsField({ draft, isTried, onChange }: DraftField) {
  const t = useText();
  const { sections } = draft;
  const write = (change: (now: readonly DraftSection[]) => DraftSection[]) =>
    onChange((now) => ({ sections: change(now.sections) }));
  const replace = (id: string, change: Partial<DraftSection>) =>
    write((now) => now.map((one) => (one.id === id ? { ...one, ...change } : one)));

  return (
    <fieldset className={styles.passages}>
      <legend>{t('policies.edit.sections')}</legend>
      <Text c="dimmed" size="sm" mb="sm">
        {t('policies.edit.text.hint')}
      </Text>
      {sections.map((section, index) => (
        <PassageField
          key={section.id}
          name={t('policies.edit.section', { number: index + 1 })}
          passage={section}
          placeholder={t(`policies.ask.${section.topic}`)}
          // What was offered and left empty is not saved, and no fault.
          isTried={isTried && (draft.version > 0 || section.text.trim() !== '')}
          isFirst={index === 0}
          isLast={index === sections.length - 1}
          onChange={(change) => replace(section.id, change)}
          onBringBack={() => write((now) => now.toSpliced(index, 0, section))}
          onMove={(by) => write((now) => moved(now, index, by))}
          onRemove={() => write((now) => now.toSpliced(index, 1))}
        >
          <NativeSelect
            label={t('policies.edit.topic')}
            data={TOPICS.map((topic) => ({ value: topic, label: t(`policies.topic.${topic}`) }))}
            value={section.topic}
            onChange={(event) => {
              const topic = policyTopic.parse(event.currentTarget.value);
              replace(section.id, { topic });
            }}
          />
        </PassageField>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
        onClick={() => write((now) => [...now, { ...newPassage(), topic: 'own' }])}
      >
        {t('policies.edit.addSection')}
      </Button>
    </fieldset>
  );
}
