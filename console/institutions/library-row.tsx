import { Button, VisuallyHidden } from '@mantine/core';
import { IconClock, IconPencil } from '@tabler/icons-react';
import type { Institution } from '#protocol/institutions.ts';
import { HoursReading } from '../hours/index.ts';
import { LANGUAGE_NAMES, useText } from '../platform/i18n/index.ts';
import styles from './libraries-page.module.css';

interface LibraryRowProps {
  readonly library: Institution;
  readonly onEdit: () => void;
  readonly onHours: () => void;
}

export function LibraryRow({ library, onEdit, onHours }: LibraryRowProps) {
  const t = useText();
  const { name, code, timeZone, languages, hours, operatorsSee } = library;
  const facts = [
    code,
    timeZone.replaceAll('_', ' '),
    languages.map((language) => LANGUAGE_NAMES[language]).join(', '),
  ];

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.facts}>
          {facts.join(' · ')}
          <br />
          {t('libraries.see')}: {t(`libraries.see.${operatorsSee}`)}
        </p>
        <HoursReading hours={hours} always={t('libraries.always')} />
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconClock aria-hidden size={16} stroke={1.6} />}
          onClick={onHours}
        >
          {t('libraries.hours')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPencil aria-hidden size={16} stroke={1.6} />}
          onClick={onEdit}
        >
          {t('libraries.edit')}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </div>
    </li>
  );
}
