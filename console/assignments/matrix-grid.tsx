import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import styles from './matrix-grid.module.css';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { type Cell, moveCell } from './move-cell.ts';
import type { Column, Operator, ShownMatrix } from './shown-matrix.ts';

/** Pixels. */
const ROW = 44;
const COLUMN = 52;
const HEAD = 168;

interface MatrixGridProps {
  readonly matrix: ShownMatrix;
  /** Pixels that the operators' names take. */
  readonly side: number;
  readonly onToggle: (operator: Operator, column: Column) => void;
  readonly onUndo: () => void;
}

/**
 * Operators by queues. Only the cells in sight are drawn, and one of them is the active one: the grid
 * itself keeps the focus and names that cell, since a cell that has the focus could be scrolled away.
 */
export function MatrixGrid({ matrix, side, onToggle, onUndo }: MatrixGridProps) {
  const { operators, columns } = matrix;
  const t = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<Cell>({ row: 0, column: 0 });
  // A filter may have left fewer rows than there were.
  const active = useMemo(
    () => ({
      row: Math.min(wanted.row, Math.max(0, operators.length - 1)),
      column: Math.min(wanted.column, Math.max(0, columns.length - 1)),
    }),
    [wanted, operators.length, columns.length],
  );
  const down = useVirtualizer({
    count: operators.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 4,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    paddingStart: side,
    scrollPaddingStart: side,
    overscan: 2,
  });
  const shownColumns = across.getVirtualItems();

  const toggle = ({ row, column }: Cell) => {
    const operator = operators[row];
    const queue = columns[column];
    if (operator?.mayEdit && queue) onToggle(operator, queue);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      return toggle(active);
    }
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onUndo();
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1);
    const size = { rows: operators.length, columns: columns.length, page };
    const next = moveCell(active, event, size);
    if (!next) return;
    event.preventDefault();
    setWanted(next);
    down.scrollToIndex(next.row);
    across.scrollToIndex(next.column);
  };
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]');
    if (!cell) return;
    const clicked = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    setWanted(clicked);
    toggle(clicked);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.grid}
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are operated is a grid.
        role="grid"
        tabIndex={0}
        aria-label={t('assignments.title')}
        aria-rowcount={operators.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`${id}-${active.row}-${active.column}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead
          columns={columns}
          shown={shownColumns}
          height={HEAD}
          side={side}
          activeColumn={active.column}
        />
        <tbody>
          {down.getVirtualItems().map(({ index, start, size }) => {
            const operator = operators[index];
            if (!operator) return null;
            return (
              <MatrixRow
                key={operator.accountId}
                id={id}
                operator={operator}
                columns={columns}
                shown={shownColumns}
                index={index}
                top={start}
                height={size}
                side={side}
                activeColumn={index === active.row ? active.column : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
