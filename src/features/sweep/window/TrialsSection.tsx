import { Select, Stack, Text } from '@mantine/core';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSweep } from '../contract/sweep';
import { knobChart, parallelChart } from '../charts/trials-charts';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import { Chart } from '../../../renderer/components/chart/Chart';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { reachOf } from './ranked';
import { TrialsGrid } from './TrialsGrid';
import type { Come, Tried } from './use-sweeps';
import classes from './Sweep.module.css';

interface Properties {
  kept: KeptSweep;
  come: Come;
  /** The run of the selected trial. */
  chosen: string | null;
  tried: readonly Tried[];
  onChoose: (runId: string) => void;
}

/** All trials: two charts, and a table that offers the same without a mouse. */
export function TrialsSection(properties: Properties): ReactNode {
  const t = useTexts();
  const { kept, come, chosen, tried, onChoose } = properties;
  return (
    <Section title={t('sweep.grid')}>
      <Stack gap="md">
        <Charts {...properties} />
        <div className={classes.grid} style={{ '--trials': Math.max(2, come.trials.length) } as CSSProperties}>
          <TrialsGrid
            sweepId={kept.sweepId}
            isHalving={kept.method === 'halving'}
            trials={come.trials}
            chosen={chosen}
            tried={tried}
            onChoose={onChoose}
          />
        </div>
        <Text size="xs" c="dimmed">
          {t('sweep.gridKeys')}
        </Text>
      </Stack>
    </Section>
  );
}

function Charts({ come, chosen, tried, onChoose }: Properties): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  const [knob, setKnob] = useState<KnobName>(tried[0]![0]);
  const { shown, groups, reach, setReach } = useEquallyFar(come);
  const told = { knobs: tried, trials: shown, chosen };
  const wording = { t, format };
  const all = parallelChart(told, wording, language);
  const one = knobChart(told, knob, wording, language);
  if (all === null || one === null) return null;
  return (
    <>
      {groups.length > 1 && (
        <Select
          label={t('sweep.epochsGroup')}
          maw={320}
          allowDeselect={false}
          value={String(reach)}
          data={groups.map(({ reach: of, count }) => ({
            value: String(of),
            label: `${of === Number.MAX_SAFE_INTEGER ? t('sweep.toTheEnd') : t('sweep.epochsOf', { count: of })} (${format.count(count)})`,
          }))}
          onChange={(value) => setReach(Number(value))}
        />
      )}
      <div className={classes.charts}>
        <Chart {...all} onChoose={onChoose} />
        <div>
          {tried.length > 1 && (
            <Select
              label={t('sweep.knob')}
              size="xs"
              maw={320}
              mb="xs"
              allowDeselect={false}
              value={knob}
              data={tried.map(([name]) => ({ value: name, label: KNOBS[name].label[language] }))}
              onChange={(name) => name !== null && setKnob(name as KnobName)}
            />
          )}
          <Chart {...one} onChoose={onChoose} />
        </div>
      </div>
    </>
  );
}

/** Only trials that trained equally long are comparable: one stopped by halving has the score of its rung. */
function useEquallyFar({ trials }: Come) {
  const [wanted, setReach] = useState<number | null>(null);
  const scored = trials.filter(({ validation }) => validation !== null);
  const counts = new Map<number, number>();
  for (const trial of scored) counts.set(reachOf(trial), (counts.get(reachOf(trial)) ?? 0) + 1);
  const groups = [...counts]
    .map(([reach, count]) => ({ reach, count }))
    .sort((left, right) => right.reach - left.reach);
  const largest = groups.toSorted((left, right) => right.count - left.count)[0]?.reach ?? 0;
  const reach = wanted !== null && counts.has(wanted) ? wanted : largest;
  return { shown: scored.filter((trial) => reachOf(trial) === reach), groups, reach, setReach };
}
