import { UnstyledButton } from '@mantine/core';
import { practiceScript } from '#protocol/practice.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './practice-choice.module.css';
import { useBeginPractice } from './use-begin-practice.ts';

/** The patrons that one may practise with. */
export function PracticeChoice({ onBegun }: { readonly onBegun: () => void }) {
  const t = useText();
  const begin = useBeginPractice(onBegun);

  return (
    <ul className={styles.choices}>
      {[...practiceScript.values].map((script) => (
        <li key={script}>
          <UnstyledButton
            className={styles.choice}
            disabled={begin.isPending}
            onClick={() => begin.mutate(script)}
          >
            <span className={styles.name}>{t(`practice.script.${script}`)}</span>
            <span className={styles.words}>{t(`practice.script.${script}.words`)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
