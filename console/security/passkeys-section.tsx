import { Button, Modal, Text, VisuallyHidden } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { Passkey, SecondFactors } from '#protocol/security.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { knowsPasskeys } from '../platform/passkeys.ts';
import { AddPasskey } from './add-passkey.tsx';
import styles from './lines.module.css';
import { RemovePasskey } from './remove-passkey.tsx';
import { Section } from './section.tsx';

export function PasskeysSection({ factors }: { factors: SecondFactors }) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Passkey | null>(null);

  return (
    <Section title={t('security.passkeys')} lead={t('security.passkeys.lead')}>
      {factors.passkeys.length > 0 && (
        <ul className={styles.lines}>
          {factors.passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} onRemove={() => setRemoved(passkey)} />
          ))}
        </ul>
      )}
      {knowsPasskeys() ? (
        <Button
          mt={factors.passkeys.length > 0 ? 'xs' : 0}
          variant={factors.passkeys.length > 0 ? 'default' : 'filled'}
          leftSection={<IconFingerprint aria-hidden size={18} stroke={1.6} />}
          onClick={() => setAdding(true)}
        >
          {t('security.passkeys.add')}
        </Button>
      ) : (
        <Text size="sm">{t('security.passkeys.notHere')}</Text>
      )}
      <Modal
        opened={isAdding}
        onClose={() => setAdding(false)}
        title={t('security.passkeys.add')}
        centered
      >
        <AddPasskey onDone={() => setAdding(false)} />
      </Modal>
      <RemovePasskey passkey={removed} onClose={() => setRemoved(null)} />
    </Section>
  );
}

function PasskeyLine({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const t = useText();
  const dates = useDates();
  const { name, createdAt, lastUsedAt } = passkey;
  const made = t('security.passkeys.made', { at: dates.moment(createdAt) });
  const used =
    lastUsedAt === null
      ? t('security.passkeys.unused')
      : t('security.passkeys.used', { ago: dates.ago(lastUsedAt, Date.now()) });

  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <div className={styles.facts}>
          {made} · {used}
        </div>
      </div>
      <Button variant="default" size="xs" onClick={onRemove}>
        {t('security.remove')}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </li>
  );
}
