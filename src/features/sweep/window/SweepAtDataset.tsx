import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dataset } from '../../../shared/contract/dataset';
import { KNOB_NAMES } from '../../../shared/recipe/table';
import { Query } from '../../../renderer/components/Query';
import { BestSettings } from './BestSettings';
import { bestOf } from './ranked';
import { SeedsSection } from './SeedsSection';
import { SweepForm } from './SweepForm';
import { SweepState } from './SweepState';
import { TrialsTable } from './TrialsTable';
import { type Tried, useCome, useShownSweep } from './use-sweeps';
import classes from './Sweep.module.css';

/** A sweep on one data set: what to try, then progress, the best settings, and the table of trials. */
export function SweepAtDataset({ dataset }: { dataset: Dataset }): ReactNode {
  const kept = useShownSweep(dataset.fingerprint);
  const { query, come } = useCome(dataset.fingerprint, kept?.sweepId ?? null);
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
                <BestSettings come={come} best={bestOf(come)} tried={tried} />
                <SeedsSection dataset={dataset} kept={kept} sweep={come.sweep} />
              </>
            )}
          </Stack>
        )}
      </div>
      {kept !== null && come !== null && (
        <TrialsTable trials={come.trials} isHalving={kept.method === 'halving'} tried={tried} />
      )}
    </Stack>
  );
}
