import { UnstyledButton } from '@mantine/core';
import type { Answer } from '#protocol/endpoint.ts';
import type { Comparison, compareStatistics } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './figure.module.css';
import { SHOWN_MEASURES, useValueWords } from './measure-words.ts';
import { WideTable } from './wide-table.tsx';

interface ComparedTableProps {
  readonly items: Answer<typeof compareStatistics>['items'];
  readonly by: Comparison;
  readonly title: string;
  readonly onChoose: (id: string) => void;
}

/** A row each; its name leads to it alone. */
export function ComparedTable({ items, by, title, onChoose }: ComparedTableProps) {
  const t = useText();
  const words = useValueWords();

  return (
    <WideTable title={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`statistics.compared.${by}`)}</th>
            {SHOWN_MEASURES.map((key) => (
              <th key={key} scope="col" title={t(`statistics.${key}.means`)}>
                {t(`statistics.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <UnstyledButton
                  className={styles.name}
                  title={t('statistics.compared.only', { name: item.name })}
                  onClick={() => onChoose(item.id)}
                >
                  {item.name}
                </UnstyledButton>
              </th>
              {SHOWN_MEASURES.map((key) => (
                <td key={key}>{words(key, item[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
