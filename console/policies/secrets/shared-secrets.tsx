import { useInfiniteQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/index.ts';
import { secretsQuery } from '../queries.ts';
import { SecretLine } from './secret-line.tsx';
import styles from './secrets.module.css';

interface SharedSecretsProps {
  readonly institutionId: string;
  readonly chatId: string | null;
  readonly level: 2 | 3;
  /** Of the heading above the list. */
  readonly headingClass: string | undefined;
}

/** The credentials that readers of a page share; nothing where there are none. */
export function SharedSecrets(props: SharedSecretsProps) {
  const { institutionId, chatId, level, headingClass } = props;
  const Heading = `h${level}` as const;
  const t = useText();
  const { data } = useInfiniteQuery(secretsQuery(institutionId));
  const secrets = data?.pages.flatMap(({ items }) => items) ?? [];
  if (secrets.length === 0) return null;

  return (
    <section>
      <Heading className={headingClass}>{t('policies.secrets')}</Heading>
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
