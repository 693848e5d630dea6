import type { readContribution } from '#protocol/contribution.ts';
import type { Answer } from '#protocol/endpoint.ts';
import { useText } from '../platform/i18n/index.ts';
import figure from '../statistics/figure.module.css';
import { WideTable } from '../statistics/wide-table.tsx';
import styles from './contribution-page.module.css';
import { FIGURES } from './ledger-columns.ts';
import { useFigureWords } from './use-figure-words.ts';

export type Totals = Answer<typeof readContribution>['totals'];

/** Each library over the whole time, and what each column means. */
export function TotalsTable({ totals }: { readonly totals: Totals }) {
  const t = useText();
  const words = useFigureWords();
  const title = t('contribution.totals');

  return (
    <section>
      <h2 className={figure.heading}>{title}</h2>
      <dl className={styles.meanings}>
        {FIGURES.map((key) => (
          <div key={key}>
            <dt>{t(`contribution.${key}`)}</dt>
            <dd>{t(`contribution.${key}.means`)}</dd>
          </div>
        ))}
      </dl>
      <WideTable title={title}>
        <table className={figure.table}>
          <thead>
            <tr>
              <th scope="col">{t('contribution.library')}</th>
              {FIGURES.map((key) => (
                <th key={key} scope="col">
                  {t(`contribution.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map((total) => (
              <tr key={total.institutionId}>
                <th scope="row">{total.institutionName}</th>
                {FIGURES.map((key) => (
                  <td key={key}>{words(key, total[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
