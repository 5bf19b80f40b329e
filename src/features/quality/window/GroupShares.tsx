import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { bandName, sharesChart } from '../charts/shares-chart';
import type { RunFigures } from '../contract/figures';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../renderer/locales/format';

type Shares = NonNullable<RunFigures['shares']>;

/**
 * Which genres are watched and which are recommended, for everyone or for an age band. @param data fingerprint of the
 * data set, whose labels name the genres
 */
export function GroupShares({ data, shares: { attribute, bands } }: { data: string; shares: Shares }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(data);
  const [place, setPlace] = useState(0);
  const band = bands[place] ?? bands[0]!;
  return (
    <div>
      {bands.length > 1 && (
        <SegmentedControl
          size="xs"
          mb="xs"
          aria-label={t('charts.shares.whom')}
          value={String(place)}
          onChange={(value) => setPlace(Number(value))}
          data={bands.map((one, index) => ({ value: String(index), label: bandName(one, { t, format }) }))}
        />
      )}
      <Chart {...sharesChart(attribute, band, { t, format, labels })} />
    </div>
  );
}
