import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useText } from '../platform/i18n/index.ts';
import type { Totals } from './totals-table.tsx';

/** Pixels of a library's two bars and the space around them. */
const ROW = 52;
const AXIS = 60;

/** What each library gave, beside what it got. The table above says the same. */
export function ContributionChart({ totals }: { readonly totals: Totals }) {
  const t = useText();
  return (
    <div aria-hidden>
      <BarChart
        h={totals.length * ROW + AXIS}
        data={[...totals]}
        dataKey="institutionName"
        orientation="vertical"
        series={[
          {
            name: 'answeredForOthers',
            label: t('contribution.answeredForOthers'),
            color: 'var(--accent)',
          },
          {
            name: 'receivedFromOthers',
            label: t('contribution.receivedFromOthers'),
            color: 'var(--wait)',
          },
        ]}
        withLegend
        gridColor="var(--line)"
        textColor="var(--muted)"
        tickLine="none"
        maxBarWidth={16}
        barProps={{ isAnimationActive: false, radius: 3 }}
        barChartProps={{ accessibilityLayer: false }}
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 120 }}
      />
    </div>
  );
}
