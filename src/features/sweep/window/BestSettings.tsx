import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import type { SweepTrial } from '../contract/sweep';
import { hasLists } from '../../../shared/contract/run-life';
import { KNOBS } from '../../../shared/recipe/table';
import { useInUseText } from '../../../renderer/actions/use-in-use-text';
import { UseRun } from '../../../renderer/actions/UseRun';
import { type Fact, KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { takeSettings } from '../../../renderer/stores/train-form';
import { useBesideUsed } from './use-beside-used';
import type { Come, Tried } from './use-sweeps';

/** The best settings found, how certain their score is, and ways to use them. */
export function BestSettings({
  come: { sweep, isAtWork, trials },
  best,
  tried,
}: {
  come: Come;
  best: SweepTrial | null;
  tried: readonly Tried[];
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const isDone = sweep?.ended === 'done';
  const beside = useBesideUsed(best !== null && isDone ? best.runId : null);
  if (best === null)
    return (
      <Section title={t('sweep.bestSoFar')}>
        <Text size="sm" c="dimmed">
          {t('sweep.bestNone')}
        </Text>
      </Section>
    );
  const score = sweep?.best?.metrics?.score;
  const isOver = trials.every(({ state }) => state !== 'waiting' && state !== 'running');
  const test =
    score !== undefined ? format.score(score) : t(isAtWork && isOver ? 'sweep.testWinner' : 'sweep.testWaiting');
  return (
    <Section title={t(isDone ? 'sweep.best' : 'sweep.bestSoFar')}>
      <Stack gap="sm">
        <KeyValue
          facts={[
            [t('sweep.validationWhole'), format.score(best.validation?.score)],
            [t('sweep.test'), beside === null ? test : `${test} (${beside.difference})`],
            ...(beside === null ? [] : [[t('sweep.beside'), beside.score] as Fact]),
            ...tried.map(([knob]) => [KNOBS[knob].label[language], knobValue(knob, best.settings[knob])] as Fact),
          ]}
        />
        <Text size="sm" c="dimmed">
          {t('sweep.validationHelp')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('sweep.luck')}
        </Text>
        <Use runId={best.runId} isWorse={beside?.isWorse === true} />
      </Stack>
    </Section>
  );
}

/** @param isWorse than the run in use, so that using it is not what is recommended */
function Use({ runId, isWorse }: { runId: string; isWorse: boolean }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const { data: run } = useQuery(queries.runs.get.queryOptions({ input: { runId } }));
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
        <Button
          variant={isReady ? 'default' : 'filled'}
          disabled={run === undefined}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => {
            takeSettings(run!);
            go('/train');
          }}
        >
          {t('sweep.fillForm')}
        </Button>
        <Button component={Link} href={`/runs/${runId}`} variant="subtle">
          {t('sweep.open')}
        </Button>
      </Group>
    </>
  );
}
