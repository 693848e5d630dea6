import type { VirtualItem } from '@tanstack/react-virtual';
import { useText } from '../platform/i18n/index.ts';
import styles from './matrix-grid.module.css';
import { type Column, nameColumn } from './shown-matrix.ts';

interface MatrixHeadProps {
  readonly columns: readonly Column[];
  readonly shown: readonly VirtualItem[];
  readonly height: number;
  readonly side: number;
  readonly activeColumn: number;
}

/** The queues' names, which stay in sight. They stand upright, so that five hundred of them find room. */
export function MatrixHead({ columns, shown, height, side, activeColumn }: MatrixHeadProps) {
  const t = useText();

  return (
    <thead className={styles.head} style={{ height }}>
      <tr aria-rowindex={1}>
        <th className={styles.corner} scope="col" aria-colindex={1} style={{ width: side }}>
          {t('assignments.operator')}
        </th>
        {shown.map(({ index, start, size }) => {
          const column = columns[index];
          if (!column) return null;
          return (
            <th
              key={column.queue.id}
              className={styles.queue}
              scope="col"
              aria-colindex={index + 2}
              data-active={index === activeColumn || undefined}
              title={nameColumn(column)}
              style={{ left: start, width: size }}
            >
              <span className={styles.upright}>
                <span>{column.queue.name}</span>
                {column.library !== null && (
                  <span className={styles.library}>{column.library}</span>
                )}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
