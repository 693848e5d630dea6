import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { useText } from '../platform/i18n/index.ts';
import styles from './matrix-grid.module.css';
import { type Column, nameColumn, type Operator } from './shown-matrix.ts';

interface MatrixRowProps {
  /** First part of its cells' ids. */
  readonly id: string;
  readonly operator: Operator;
  readonly columns: readonly Column[];
  readonly shown: readonly VirtualItem[];
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly side: number;
  /** Null in all rows but the active one. */
  readonly activeColumn: number | null;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { id, operator, columns, shown, index, top, height, side, activeColumn } = props;
  const t = useText();
  const { displayName, username, assigned, mayEdit } = operator;

  return (
    <tr
      className={styles.row}
      aria-rowindex={index + 2}
      data-active={activeColumn !== null || undefined}
      style={{ top, height }}
    >
      <th className={styles.operator} scope="row" aria-colindex={1} style={{ width: side }}>
        <span className={styles.name}>{displayName}</span>
        <span className={styles.username}>{username}</span>
      </th>
      {shown.map(({ index: at, start, size }) => {
        const column = columns[at];
        if (!column) return null;
        const isAssigned = assigned.includes(column.position);
        const says = isAssigned ? 'assignments.cell.on' : 'assignments.cell.off';
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the cell of a grid can be selected.
          <td
            key={column.queue.id}
            id={`${id}-${index}-${at}`}
            className={styles.cell}
            aria-colindex={at + 2}
            aria-selected={isAssigned}
            aria-readonly={!mayEdit}
            // Of the active one alone: for hundreds, that is what scrolling would spend its time on.
            aria-label={
              at === activeColumn
                ? t(says, { operator: displayName, queue: nameColumn(column) })
                : undefined
            }
            data-row={index}
            data-column={at}
            data-active={at === activeColumn || undefined}
            style={{ left: start, width: size }}
          >
            <span className={styles.mark} />
          </td>
        );
      })}
    </tr>
  );
});
