import { Button } from '@mantine/core';
import { useState } from 'react';
import { WrittenText } from '../desk/pane/written-text.tsx';
import { useText } from '../platform/i18n/index.ts';
import styles from './ticket-thread.module.css';

/** Two screens or so: whoever reads on wants to. */
const CHARACTERS = 3_000;
const LINES = 50;

/** What somebody wrote; of a very long mail its beginning, until all of it is asked for. */
export function FoldedText({ text }: { readonly text: string }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const beginning = text.split('\n', LINES).join('\n').slice(0, CHARACTERS).toWellFormed();
  const isFolded = !isWhole && beginning.length < text.length;

  return (
    <>
      <div className={styles.text}>
        <WrittenText text={isFolded ? `${beginning.trimEnd()} …` : text} />
      </div>
      {isFolded && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('tickets.unfold')}
        </Button>
      )}
    </>
  );
}
