import type { MeasureKey, Measures } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './measure-tiles.module.css';
import { useValueWords } from './measure-words.ts';

/** By what they are about; each group under its heading. */
const GROUPS = [
  { name: 'demand', keys: ['chats', 'answered', 'missed', 'abandoned', 'messages'] },
  {
    name: 'time',
    keys: ['waitMedian', 'waitMean', 'durationMedian', 'durationMean', 'concurrentMean'],
  },
  {
    name: 'who',
    keys: ['answeredAtHome', 'answeredElsewhere', 'elsewhereShare', 'referred', 'referredShare'],
  },
  { name: 'rating', keys: ['rated', 'pleasedShare', 'great', 'good', 'okay', 'bad'] },
] as const satisfies readonly { name: string; keys: readonly MeasureKey[] }[];

/** Every measure with its value and its definition. */
export function MeasureTiles({ total }: { readonly total: Measures }) {
  const t = useText();
  const words = useValueWords();

  return (
    <div className={styles.groups}>
      {GROUPS.map(({ name, keys }) => (
        <section key={name} aria-label={t(`statistics.group.${name}`)}>
          <h2 className={styles.heading}>{t(`statistics.group.${name}`)}</h2>
          <dl className={styles.tiles}>
            {keys.map((key) => (
              <div key={key} className={styles.tile}>
                <dt className={styles.name}>{t(`statistics.${key}`)}</dt>
                <dd className={styles.value}>{words(key, total[key])}</dd>
                <dd className={styles.definition}>{t(`statistics.${key}.means`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
