import { UnstyledButton } from '@mantine/core';
import type { AuditEntry } from '#protocol/audit.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import styles from './audit-page.module.css';
import { ACTIONS, FIELDS } from './audit-words.ts';
import { changedFields } from './changed-fields.ts';
import { useFieldWords } from './use-field-words.ts';

interface AuditLineProps {
  readonly entry: AuditEntry;
  readonly onActor: (id: string) => void;
  readonly onTarget: (id: string) => void;
}

/** One change as a sentence: who did what to whom; below it what was and what is. */
export function AuditLine({ entry, onActor, onTarget }: AuditLineProps) {
  const t = useText();
  const dates = useDates();
  const sayField = useFieldWords();
  const { at, actorId, actorName, address, action, targetId, targetName } = entry;
  const known = ACTIONS[action];
  const isOwn = actorId === targetId;

  return (
    <li className={styles.line}>
      <p className={styles.sentence}>
        {actorId === null || actorName === null ? (
          <span className={styles.carrel}>{actorName ?? t('audit.carrel')}</span>
        ) : (
          <UnstyledButton
            className={styles.name}
            title={t('audit.onlyActor', { name: actorName })}
            onClick={() => onActor(actorId)}
          >
            {actorName}
          </UnstyledButton>
        )}{' '}
        {known ? t(known) : t('audit.unknown', { action })}{' '}
        {!isOwn && (
          <UnstyledButton
            className={styles.name}
            title={t('audit.onlyTarget', { name: targetName })}
            onClick={() => onTarget(targetId)}
          >
            {targetName}
          </UnstyledButton>
        )}
      </p>
      <p className={styles.facts}>
        <time dateTime={at}>{dates.moment(at)}</time>
        {address !== null && ` · ${t('audit.from.address', { address })}`}
      </p>
      <dl className={styles.fields}>
        {changedFields(entry).map((field) => {
          const name = FIELDS[field.name];
          return (
            <div key={field.name} className={styles.field}>
              <dt>{name ? t(name) : field.name}</dt>
              <dd>{sayField(field)}</dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
