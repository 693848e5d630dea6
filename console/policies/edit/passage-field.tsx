import { ActionIcon, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MESSAGE_CHARACTERS, NAME_CHARACTERS } from '#protocol/limits.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import type { DraftSnippet } from './draft.ts';
import styles from './edit.module.css';

interface PassageFieldProps {
  /** While it has no heading. */
  readonly name: string;
  readonly passage: DraftSnippet;
  readonly placeholder: string;
  readonly isTried: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (change: { title?: string; text?: string }) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onBringBack: () => void;
  /** Fields before the heading. */
  readonly children?: ReactNode;
}

/** Heading and text, with what moves it and takes it away. */
export function PassageField(props: PassageFieldProps) {
  const { name, passage, placeholder, isTried, isFirst, isLast } = props;
  const { onChange, onMove, onRemove, onBringBack } = props;
  const t = useText();
  const title = passage.title.trim() === '' ? name : passage.title;
  const isTooLong = passage.text.length > MESSAGE_CHARACTERS;
  const textFault = isTooLong
    ? t('policies.edit.tooLong', { count: MESSAGE_CHARACTERS })
    : isTried && passage.text.trim() === '' && t('policies.edit.need.text');

  return (
    <fieldset className={styles.passage} aria-label={title}>
      <Stack gap="sm">
        <div className={styles.heads}>
          {props.children}
          <TextInput
            label={t('policies.edit.heading')}
            maxLength={NAME_CHARACTERS}
            value={passage.title}
            error={isTried && passage.title.trim() === '' && t('policies.edit.need.heading')}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t('policies.edit.text')}
          placeholder={placeholder}
          autosize
          minRows={2}
          maxRows={16}
          value={passage.text}
          error={textFault}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        <Group gap={6} justify="flex-end">
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('policies.edit.up', { title })}
            aria-disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={17} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('policies.edit.down', { title })}
            aria-disabled={isLast}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={17} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={30}
            c="late"
            aria-label={t('policies.edit.remove', { title })}
            onClick={() => {
              onRemove();
              notify(t('policies.edit.removed', { title }), {
                label: t('shell.undo'),
                act: onBringBack,
              });
            }}
          >
            <IconTrash size={17} stroke={1.6} />
          </ActionIcon>
        </Group>
      </Stack>
    </fieldset>
  );
}
