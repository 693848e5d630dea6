import { useInfiniteQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/index.ts';
import { secretsQuery } from '../queries.ts';
import { SecretLine } from './secret-line.tsx';
import styles from './secrets.module.css';

interface SharedSecretsProps {
  readonly institutionId: string;
  readonly chatId: string | null;
  /** Of the heading above the list. */
  readonly headingClass: string | undefined;
}

/** The credentials that readers of a page share; nothing where there are none. */
export function SharedSecrets({ institutionId, chatId, headingClass }: SharedSecretsProps) {
  const t = useText();
  const { data } = useInfiniteQuery(secretsQuery(institutionId));
  const secrets = data?.pages.flatMap(({ items }) => items) ?? [];
  if (secrets.length === 0) return null;

  return (
    <section>
      <h3 className={headingClass}>{t('policies.secrets')}</h3>
      <p className={styles.rule}>{t('policies.secrets.rule')}</p>
      <ul className={styles.list}>
        {secrets.map((secret) => (
          <SecretLine
            key={secret.id}
            institutionId={institutionId}
            secret={secret}
            chatId={chatId}
          />
        ))}
      </ul>
    </section>
  );
}
