import { Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Dataset } from '../../../shared/contract/dataset';
import { KNOB_NAMES } from '../../../shared/recipe/table';
import { Query } from '../../../renderer/components/Query';
import { BestSettings } from './BestSettings';
import { bestOf } from './ranked';
import { RunningTrials } from './RunningTrials';
import { SeedsSection } from './SeedsSection';
import { SweepForm } from './SweepForm';
import { SweepState } from './SweepState';
import { TrialsSection } from './TrialsSection';
import { type Tried, useCome, useShownSweep } from './use-sweeps';
import classes from './Sweep.module.css';

/** A sweep on one data set: what to try, then progress, best settings, charts, table and curves. */
export function SweepAtDataset({ dataset }: { dataset: Dataset }): ReactNode {
  const kept = useShownSweep(dataset.fingerprint);
  const { query, come } = useCome(dataset.fingerprint, kept?.sweepId ?? null);
  const [picked, setPicked] = useState<string | null>(null);
  const best = come === null ? null : bestOf(come);
  const chosen =
    come?.trials.find(({ runId }) => runId === picked) ?? come?.trials.find(({ runId }) => runId === best) ?? null;
  const tried: Tried[] = KNOB_NAMES.flatMap((knob) => {
    const values = kept?.knobs[knob];
    return values === undefined ? [] : [[knob, values] as const];
  });
  // The form keeps its position, and the focus, when a sweep starts.
  return (
    <Stack gap="md">
      <div className={classes.columns} data-alone={kept === null || undefined}>
        <SweepForm dataset={dataset} />
        {kept !== null && (
          <Stack gap="md" miw={0}>
            {come === null ? (
              <Query of={query}>{() => null}</Query>
            ) : (
              <>
                <SweepState dataset={dataset} kept={kept} come={come} />
                <BestSettings come={come} best={best} chosen={chosen} tried={tried} />
                <SeedsSection dataset={dataset} kept={kept} sweep={come.sweep} />
              </>
            )}
          </Stack>
        )}
      </div>
      {kept !== null && come !== null && (
        <>
          <RunningTrials come={come} tried={tried} />
          <TrialsSection
            key={kept.sweepId}
            kept={kept}
            come={come}
            chosen={chosen?.runId ?? null}
            tried={tried}
            onChoose={setPicked}
          />
        </>
      )}
    </Stack>
  );
}
