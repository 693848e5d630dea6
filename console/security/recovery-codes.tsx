import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '../platform/copy-text.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './recovery-codes.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown once. Nobody goes on before they have said that they kept them. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useText();
  const { username } = useSession();
  const [isKept, setKept] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  const copy = async () => setOutcome((await copyText(codes.join('\n'))) ? 'copied' : 'refused');
  const CopyIcon = outcome === 'copied' ? IconCheck : IconCopy;

  return (
    <Stack gap="md" className={styles.sheet}>
      <Text size="sm">{t('security.codes.text')}</Text>
      <div className={styles.box}>
        <p className={styles.whose}>{t('security.codes.whose', { username })}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <Group className={styles.acts}>
        <Button
          variant="default"
          data-autofocus
          leftSection={<CopyIcon aria-hidden size={18} stroke={1.6} />}
          onClick={copy}
        >
          {t(outcome === 'copied' ? 'shell.copied' : 'shell.copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={18} stroke={1.6} />}
          onClick={() => window.print()}
        >
          {t('security.codes.print')}
        </Button>
      </Group>
      <div role="status" className={styles.acts}>
        {outcome === 'refused' && <Text size="sm">{t('security.codes.refused')}</Text>}
      </div>
      <Checkbox
        className={styles.acts}
        label={t('security.codes.kept')}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button className={styles.acts} disabled={!isKept} onClick={onDone}>
        {t('security.done')}
      </Button>
    </Stack>
  );
}
