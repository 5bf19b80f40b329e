import { Alert, Group, NumberInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import type { KeptSweep, Sweep } from '../contract/sweep';
import type { RepeatedSeeds } from '../contract/seeds';
import { MOST_SEEDS } from '../../../shared/limits';
import { completeRecipe } from '../../../shared/recipe/schema';
import { useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useWork } from '../../../renderer/stores/activity';
import { startSeeds } from './sweeps';

const SEEDS = 5;

/** Repeats the best settings with several seeds, to show how much of the score is chance. */
export function SeedsSection({
  dataset,
  kept,
  sweep,
}: {
  dataset: Dataset;
  kept: KeptSweep;
  sweep: Sweep | null;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [seeds, setSeeds] = useState<string | number>(SEEDS);
  const work = useWork('seeds', dataset.fingerprint);
  const { on, blocked } = useOnCluster(dataset);
  const best = sweep?.ended === 'done' ? sweep.best : null;
  const isCount = typeof seeds === 'number' && Number.isInteger(seeds) && seeds >= 2 && seeds <= MOST_SEEDS;
  const start = (): void => {
    if (best === null || !isCount) return;
    const recipe = completeRecipe(best.settings, kept.recipe);
    const request = { data: dataset.fingerprint, recipe, seed: kept.seed, seeds, ...(on !== null && { on }) };
    void startSeeds(client, dataset, request).then(() => cache.invalidateQueries({ queryKey: queries.runs.key() }));
  };
  const isRunning = work?.state.kind === 'running';
  const answer = work?.state.kind === 'done' && isOf(work.state.result, best) ? work.state.result : null;
  return (
    <Section title={t('sweep.seeds')} description={t('sweep.seedsHelp')}>
      <Stack gap="sm">
        {!isRunning && (
          <Group gap="sm" align="flex-end">
            <NumberInput
              label={t('sweep.seedsCount')}
              w={140}
              value={seeds}
              onChange={setSeeds}
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="none"
              error={isCount ? undefined : t('train.needWhole', { minimum: '2', maximum: String(MOST_SEEDS) })}
            />
            <ReasonedButton reason={best === null ? t('sweep.seedsWait') : blocked} variant="default" onClick={start}>
              {t('sweep.seedsStart', { count: isCount ? seeds : SEEDS })}
            </ReasonedButton>
          </Group>
        )}
        {isRunning && <WorkProgress work={work} />}
        {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={start} />}
        {work?.state.kind === 'stopped' && (
          <Alert variant="light" color="gray" role="status">
            {t('sweep.seedsStopped')}
          </Alert>
        )}
        {answer !== null && <Answer answer={answer} />}
      </Stack>
    </Section>
  );
}

/** Whether the seeds repeat this winner: its run is that of the first seed. */
const isOf = ({ runs }: RepeatedSeeds, best: Sweep['best']): boolean => runs[0]?.runId === best?.runId;

function Answer({ answer: { runs, metrics, lists } }: { answer: RepeatedSeeds }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { mean, fewest, most } = lists.shared;
  return (
    <KeyValue
      facts={[
        [
          t('sweep.seedsMean', { count: runs.length }),
          metrics === null
            ? '–'
            : t('sweep.seedsMeanValue', {
                mean: format.score(metrics.score.mean),
                deviation: format.score(metrics.score.deviation),
              }),
        ],
        [t('sweep.seedsShared'), t('sweep.seedsSharedValue', { mean: format.score(mean, 1), fewest, most })],
      ]}
    />
  );
}
