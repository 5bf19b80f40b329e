import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import type { SweepTrial } from '../contract/sweep';
import { hasLists } from '../../../shared/contract/run-life';
import { KNOBS } from '../../../shared/recipe/table';
import { useInUseText } from '../../../renderer/actions/use-in-use-text';
import { UseRun } from '../../../renderer/actions/UseRun';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { takeSettings } from '../../../renderer/stores/train-form';
import { useBesideUsed } from './use-beside-used';
import type { Come, Tried } from './use-sweeps';

interface Properties {
  come: Come;
  /** The runs of the best and of the selected trial. */
  best: string | null;
  chosen: SweepTrial | null;
  tried: readonly Tried[];
}

/** The best settings found and how certain their score is; and those of the selected trial, ready to use. */
export function BestSettings({ come, best, chosen, tried }: Properties): ReactNode {
  const t = useTexts();
  const isDone = come.sweep?.ended === 'done';
  const isBest = chosen !== null && chosen.runId === best;
  const beside = useBesideUsed(isBest && isDone ? chosen.runId : null);
  if (chosen === null)
    return (
      <Section title={t('sweep.bestSoFar')}>
        <Text size="sm" c="dimmed">
          {t('sweep.bestNone')}
        </Text>
      </Section>
    );
  return (
    <Section title={t(isBest ? (isDone ? 'sweep.best' : 'sweep.bestSoFar') : 'sweep.chosenTrial')}>
      <Stack gap="sm">
        <Figures come={come} trial={chosen} isBest={isBest} beside={beside} tried={tried} />
        {isWholeScore(chosen) && (
          <Text size="sm" c="dimmed">
            {t('sweep.validationHelp')}
          </Text>
        )}
        {isBest && (
          <Text size="sm" c="dimmed">
            {t('sweep.luck')}
          </Text>
        )}
        <Use trial={chosen} isWorse={beside?.isWorse === true} />
      </Stack>
    </Section>
  );
}

/** At the end of a rung of halving only the network has been scored. */
const isWholeScore = ({ state, epochs }: SweepTrial): boolean => state === 'done' && epochs === null;

function Figures({
  come,
  trial,
  isBest,
  beside,
  tried,
}: Omit<Properties, 'best' | 'chosen'> & {
  trial: SweepTrial;
  isBest: boolean;
  beside: ReturnType<typeof useBesideUsed>;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const engineText = useEngineText();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const { sweep, isAtWork, trials } = come;
  const metrics = sweep?.best?.metrics ?? null;
  const scored = isWholeScore(trial)
    ? 'sweep.validationWhole'
    : trial.validation === null
      ? 'sweep.validation'
      : 'train.validation';
  const isOver = trials.every(({ state }) => state !== 'waiting' && state !== 'running');
  const test =
    metrics !== null ? format.score(metrics.score) : t(isAtWork && isOver ? 'sweep.testWinner' : 'sweep.testWaiting');
  return (
    <KeyValue
      facts={[
        [t(scored), format.score(trial.validation?.score)],
        ...(isBest
          ? [[t('sweep.test'), beside === null ? test : `${test} (${beside.difference})`] as const]
          : [[t('sweep.state'), t(`sweep.states.${trial.state}`)] as const]),
        ...(beside === null ? [] : [[t('sweep.beside'), beside.score] as const]),
        ...tried.map(([knob]) => [KNOBS[knob].label[language], knobValue(knob, trial.settings[knob])] as const),
        ...(trial.problem === null
          ? []
          : [[t('sweep.states.failed'), engineText({ message: trial.problem, said: trial.said })] as const]),
      ].map(([label, value]) => [label!, value])}
    />
  );
}

/** @param isWorse than the run in use, so that using it is not what is recommended */
function Use({ trial, isWorse }: { trial: SweepTrial; isWorse: boolean }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const hasBegun = trial.state !== 'waiting' || trial.validation !== null;
  const { data: run } = useQuery(
    queries.runs.get.queryOptions({ input: hasBegun ? { runId: trial.runId } : skipToken }),
  );
  // An archived run is not chosen for use, and one that paused has no lists.
  const isReady = run !== undefined && run.status === 'finished' && hasLists(run) && !run.marks.archived;
  const inUseText = useInUseText();
  const used = isReady ? inUseText(run) : null;
  return (
    <>
      {used !== null && (
        <Text size="sm" role="status">
          {used}
        </Text>
      )}
      <Group gap="xs">
        {isReady && <UseRun run={run} isMain={!isWorse} />}
        <ReasonedButton
          reason={run === undefined ? t('sweep.notBegun') : null}
          variant={isReady ? 'default' : 'filled'}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => {
            takeSettings(run!);
            go('/train');
          }}
        >
          {t('sweep.fillForm')}
        </ReasonedButton>
        {run !== undefined && (
          <Button component={Link} href={`/runs/${run.runId}`} variant="subtle">
            {t('sweep.open')}
          </Button>
        )}
      </Group>
    </>
  );
}
