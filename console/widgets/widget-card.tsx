import { Anchor, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { OwnedQueue } from '#protocol/queues.ts';
import type { Widget } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { EmbedCode } from './embed-code.tsx';
import { useChainWords } from './use-chain-words.ts';
import styles from './widget-card.module.css';

interface WidgetCardProps {
  readonly widget: Widget;
  readonly queues: readonly OwnedQueue[];
  /** Absent for those who may only read. */
  readonly onEdit: (() => void) | undefined;
}

export function WidgetCard({ widget, queues, onEdit }: WidgetCardProps) {
  const t = useText();
  const sayChain = useChainWords(queues);
  const { name, institutionName, chain, unansweredSeconds, allowedOrigins } = widget;

  return (
    <li className={styles.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <h2 className={styles.name}>{name}</h2>
          <span className={styles.library}>{institutionName}</span>
        </div>
        {onEdit && (
          <Button flex="none" variant="default" size="xs" onClick={onEdit}>
            {t('widgets.edit')}
            <VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
      </Group>
      <dl className={styles.facts}>
        <dt>{t('widgets.chain')}</dt>
        <dd>{sayChain(chain)}</dd>
        <dt>{t('widgets.unanswered')}</dt>
        <dd>{t('widgets.unanswered.after', { seconds: unansweredSeconds })}</dd>
        <dt>{t('widgets.origins')}</dt>
        <dd>{allowedOrigins.join(', ') || t('widgets.origins.any')}</dd>
      </dl>
      <EmbedCode code={widget.embedCode} />
      <Text size="sm" mt="xs">
        <Anchor href={widget.chatUrl} target="_blank" rel="noreferrer" inherit>
          {t('widgets.chatPage')}
          <VisuallyHidden> {name}</VisuallyHidden>
          <IconExternalLink aria-hidden size={15} stroke={1.6} className={styles.outside} />
        </Anchor>
      </Text>
    </li>
  );
}
