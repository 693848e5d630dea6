import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Span } from '#protocol/hours.ts';
import { useText } from '../platform/i18n/index.ts';
import { addSpan } from './change-week.ts';
import type { HoursFaults } from './find-faults.ts';
import styles from './hours-editor.module.css';
import { TimeField } from './time-field.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** What one day may have, as the protocol limits it. */
const MOST_SPANS = 6;

interface SpansFieldProps {
  /** Whose hours they are, for who hears the fields one by one. */
  readonly day: string;
  readonly spans: readonly Span[];
  readonly path: string;
  readonly faults: HoursFaults;
  readonly onChange: (spans: Span[]) => void;
  /** A way out of a span that goes over midnight. */
  readonly overMidnight?: (position: number) => ReactNode;
  /** Beside “Add hours”. */
  readonly acts?: ReactNode;
}

/** From and to, as often as a day opens. */
export function SpansField(props: SpansFieldProps) {
  const { day, spans, path, faults, onChange, overMidnight, acts } = props;
  const t = useText();
  const words = useHoursWords();
  const fault = faults.get(path);
  const change = (position: number, part: Partial<Span>) =>
    onChange(spans.map((span, n) => (n === position ? { ...span, ...part } : span)));

  return (
    <div className={styles.spans}>
      {spans.length === 0 && <span className={styles.closed}>{t('hours.closed')}</span>}
      {spans.map((span, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has no other name than its place.
        <div key={n}>
          <div className={styles.span}>
            <TimeField
              label={t('hours.fromOf', { day })}
              value={span.from}
              fault={faults.get(`${path}.${n}.from`)}
              onChange={(from) => change(n, { from })}
            />
            <span aria-hidden>–</span>
            <TimeField
              label={t('hours.toOf', { day })}
              isEnd
              value={span.to}
              fault={faults.get(`${path}.${n}.to`)}
              onChange={(to) => change(n, { to })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('hours.remove', { span: words.span(span), day })}
              onClick={() => onChange(spans.filter((_, position) => position !== n))}
            >
              <IconX aria-hidden size={17} stroke={1.6} />
            </ActionIcon>
          </div>
          {faults.get(`${path}.${n}.to`) === 'order' && overMidnight?.(n)}
        </div>
      ))}
      <Text role="alert" size="sm" c="late" className={styles.fault}>
        {fault && t(`hours.fault.${fault}`)}
      </Text>
      <div className={styles.acts}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus aria-hidden size={15} stroke={1.8} />}
          disabled={spans.length >= MOST_SPANS}
          aria-label={t('hours.addOf', { day })}
          onClick={() => onChange(addSpan(spans))}
        >
          {t('hours.add')}
        </Button>
        {acts}
      </div>
    </div>
  );
}
