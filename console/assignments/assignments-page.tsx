import { Button, Text, useMatches } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import styles from './assignments-page.module.css';
import { MatrixFilters } from './matrix-filters.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { matrixQuery } from './queries.ts';
import { type Column, nameColumn, type Operator, shownMatrix } from './shown-matrix.ts';
import { useAssign } from './use-assign.ts';

const route = getRouteApi('/staff/assignments');

/** Who staffs which queue: one table, a click a cell. */
export function AssignmentsPage() {
  const t = useText();
  const search = route.useSearch();
  const matrix = useQuery(matrixQuery);
  const side = useMatches({ base: 150, sm: 250 });
  const { assign, undo, done } = useAssign();
  const shown = useMemo(
    () => matrix.data && shownMatrix(matrix.data, search),
    [matrix.data, search],
  );
  const last = done.at(-1);

  const toggle = useCallback(
    ({ accountId, displayName, assigned }: Operator, column: Column) =>
      assign({
        accountId,
        queueId: column.queue.id,
        isAssigned: !assigned.includes(column.position),
        operator: displayName,
        queue: nameColumn(column),
      }),
    [assign],
  );

  return (
    <div className={styles.page}>
      <PageHeading title={t('assignments.title')} />
      <Text c="dimmed">{t('assignments.lead')}</Text>
      <MatrixFilters search={search} />
      <div className={styles.line}>
        <Text size="sm" c="dimmed" role="status">
          {last
            ? t(last.isAssigned ? 'assignments.done.on' : 'assignments.done.off', {
                operator: last.operator,
                queue: last.queue,
              })
            : shown &&
              t('assignments.size', {
                operators: shown.operators.length,
                queues: shown.columns.length,
              })}
        </Text>
        {last && (
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconArrowBackUp aria-hidden size={16} stroke={1.6} />}
            onClick={undo}
          >
            {t('shell.undo')}
          </Button>
        )}
      </div>
      <ListState query={{ ...matrix, data: shown }}>
        {(found) =>
          found.operators.length === 0 || found.columns.length === 0 ? (
            <EmptyNotice title={t('assignments.empty')} text={t('assignments.empty.text')} />
          ) : (
            <MatrixGrid matrix={found} side={side} onToggle={toggle} onUndo={undo} />
          )
        }
      </ListState>
    </div>
  );
}
