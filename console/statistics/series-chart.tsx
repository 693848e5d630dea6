import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { FewMeasures } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import { type ShownMeasure, useValueWords } from './measure-words.ts';
import type { Dated } from './with-gaps.ts';

interface SeriesChartProps {
  readonly rows: readonly { date: string; item: (FewMeasures & Dated) | null }[];
  readonly measure: ShownMeasure;
  /** Pixels. */
  readonly height: number;
  readonly stepWords: (date: string) => string;
}

/** A bar a day or month. Its table says the same to those who do not see it. */
export function SeriesChart({ rows, measure, height, stepWords }: SeriesChartProps) {
  const t = useText();
  const words = useValueWords();
  const isSplit = measure === 'chats';
  const data = rows.map(({ date, item }) => ({
    step: stepWords(date),
    value: item?.[measure] ?? null,
    answered: item?.answered ?? null,
    unanswered: item === null ? null : item.chats - item.answered,
  }));

  return (
    <div aria-hidden>
      <BarChart
        h={height}
        data={data}
        dataKey="step"
        type={isSplit ? 'stacked' : 'default'}
        series={
          isSplit
            ? [
                { name: 'answered', label: t('statistics.answered'), color: 'var(--accent)' },
                { name: 'unanswered', label: t('told.state.unanswered'), color: 'var(--late)' },
              ]
            : [{ name: 'value', label: t(`statistics.${measure}`), color: 'var(--accent)' }]
        }
        withLegend={isSplit}
        valueFormatter={(value) => words(measure, value)}
        gridColor="var(--line)"
        textColor="var(--muted)"
        tickLine="none"
        maxBarWidth={36}
        barProps={{ isAnimationActive: false, radius: 3 }}
        barChartProps={{ accessibilityLayer: false }}
        yAxisProps={{ width: 64, allowDecimals: false }}
        xAxisProps={{ minTickGap: 24 }}
      />
    </div>
  );
}
