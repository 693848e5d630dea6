import type { Contribution } from '#protocol/contribution.ts';
import { useText } from '../platform/i18n/index.ts';
import figure from '../statistics/figure.module.css';
import { useStepWords } from '../statistics/use-step-words.ts';
import { WideTable } from '../statistics/wide-table.tsx';
import { FIGURES } from './ledger-columns.ts';
import { useFigureWords } from './use-figure-words.ts';

/** The same month by month. */
export function LedgerTable({ items }: { readonly items: readonly Contribution[] }) {
  const t = useText();
  const words = useFigureWords();
  const monthWords = useStepWords('month');
  const title = t('contribution.byMonth');

  return (
    <section>
      <h2 className={figure.heading}>{title}</h2>
      <WideTable title={title}>
        <table className={figure.table}>
          <thead>
            <tr>
              <th scope="col">{t('contribution.month')}</th>
              <th scope="col" data-text>
                {t('contribution.library')}
              </th>
              {FIGURES.map((key) => (
                <th key={key} scope="col">
                  {t(`contribution.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.month} ${item.institutionId}`}>
                <th scope="row">{monthWords(`${item.month}-01`)}</th>
                <td data-text>{item.institutionName}</td>
                {FIGURES.map((key) => (
                  <td key={key}>{words(key, item[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
