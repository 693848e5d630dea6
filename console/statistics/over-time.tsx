import { SegmentedControl, useMatches } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Statistics } from '#protocol/statistics.ts';
import { loadCode } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './figure.module.css';
import { MeasureChoice } from './measure-choice.tsx';
import type { ShownMeasure } from './measure-words.ts';
import { SeriesTable } from './series-table.tsx';
import { useStepWords } from './use-step-words.ts';
import { withGaps } from './with-gaps.ts';

// Half a megabyte of code that only those who look at charts need.
const SeriesChart = lazy(async () => {
  const { SeriesChart: chart } = await loadCode(() => import('./series-chart.tsx'));
  return { default: chart };
});

/** One measure by day or month, as a chart or as a table. */
export function OverTime({ series, step }: Pick<Statistics, 'series' | 'step'>) {
  const t = useText();
  const stepWords = useStepWords(step);
  const [measure, setMeasure] = useState<ShownMeasure>('chats');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const height = useMatches({ base: 220, sm: 280 });
  const rows = useMemo(() => withGaps(series, step), [series, step]);
  const title = t(`statistics.over.${step}`);

  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <MeasureChoice value={measure} onChange={setMeasure} />
        <SegmentedControl
          aria-label={t('statistics.view')}
          transitionDuration={0}
          size="sm"
          data={[
            { value: 'chart', label: t('statistics.view.chart') },
            { value: 'table', label: t('statistics.view.table') },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <p className={styles.definition}>{t(`statistics.${measure}.means`)}</p>
      {view === 'chart' ? (
        <div className={styles.frame}>
          <Suspense fallback={<div style={{ height }} />}>
            <SeriesChart rows={rows} measure={measure} height={height} stepWords={stepWords} />
          </Suspense>
        </div>
      ) : (
        <SeriesTable series={series} title={title} stepWords={stepWords} />
      )}
    </section>
  );
}
