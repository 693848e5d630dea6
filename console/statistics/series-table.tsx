import type { Statistics } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './figure.module.css';
import { SHOWN_MEASURES, useValueWords } from './measure-words.ts';
import { WideTable } from './wide-table.tsx';

interface SeriesTableProps extends Pick<Statistics, 'series'> {
  readonly title: string;
  readonly stepWords: (date: string) => string;
}

/** Every measure by day or month. */
export function SeriesTable({ series, title, stepWords }: SeriesTableProps) {
  const t = useText();
  const words = useValueWords();

  return (
    <WideTable title={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('statistics.when')}</th>
            {SHOWN_MEASURES.map((key) => (
              <th key={key} scope="col" title={t(`statistics.${key}.means`)}>
                {t(`statistics.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((row) => (
            <tr key={row.date}>
              <th scope="row">{stepWords(row.date)}</th>
              {SHOWN_MEASURES.map((key) => (
                <td key={key}>{words(key, row[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
