import { Button, Input } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../platform/copy-text.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './embed-code.module.css';

const TOLD_MILLISECONDS = 2_500;

/** The line to paste into a library's page, with a button that copies it. */
export function EmbedCode({ code }: { code: string }) {
  const t = useText();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), TOLD_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => setOutcome((await copyText(code)) ? 'copied' : 'refused');
  const Icon = outcome === 'copied' ? IconCheck : IconCopy;

  return (
    <Input.Wrapper label={t('widgets.embed')} labelElement="div">
      <div className={styles.box}>
        <code className={styles.code}>{code}</code>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon aria-hidden size={16} stroke={1.6} />}
          onClick={copy}
        >
          {t(outcome === 'copied' ? 'shell.copied' : 'shell.copy')}
        </Button>
      </div>
      <div className={styles.told} role="status">
        {outcome === 'refused' && t('widgets.embed.refused')}
      </div>
    </Input.Wrapper>
  );
}
