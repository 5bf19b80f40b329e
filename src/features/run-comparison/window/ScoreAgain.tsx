import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { ScoreAgain as Answer, ScoredAgain } from '../contract/run-comparison';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { type Fact, KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { runWork, useWork } from '../../../renderer/stores/activity';
import { PairedDifference } from './PairedDifference';

const subjectOf = (runs: readonly Run[]): string => runs.map(({ runId }) => runId).join(',');

/** The scores of these runs on one hold-out; null until they were asked for. */
export function useScoredAgain(runs: readonly Run[]): Answer | null {
  const work = useWork('again', subjectOf(runs));
  return work?.state.kind === 'done' ? work.state.result : null;
}

/** Offers to score runs of different data on one hold-out, if their figures are not comparable. */
export function ScoreAgain({ runs }: { runs: readonly Run[] }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const runIds = runs.map(({ runId }) => runId);
  const subject = subjectOf(runs);
  const work = useWork('again', subject);
  const score = (): void =>
    void runWork({ kind: 'again', subject, name: runs.map(({ name }) => name).join(', ') }, (options) =>
      client.runs.scoreAgain({ runIds }, options),
    );
  const answer = useScoredAgain(runs);
  return (
    <Stack gap="sm">
      {answer === null && (
        <Section title={t('compareRuns.again.offer')} description={t('compareRuns.again.help')}>
          <Button size="xs" loading={work?.state.kind === 'running'} onClick={score}>
            {t('compareRuns.again.offer')}
          </Button>
        </Section>
      )}
      {work !== null && work.progress !== null && <WorkProgress work={work} />}
      {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={score} />}
      {answer !== null && <Scored runs={runs} answer={answer} />}
    </Stack>
  );
}

function Scored({ runs, answer }: { runs: readonly Run[]; answer: Answer }): ReactNode {
  const t = useTexts();
  const nameOf = (runId: string): string => runs.find((run) => run.runId === runId)!.name;
  const on = nameOf(answer.on);
  return (
    <Section title={t('compareRuns.again.title', { on })} description={t('compareRuns.again.howFair')}>
      <Stack gap="md">
        {answer.runs.map((again) =>
          again.reason === null ? (
            <Figures key={again.runId} again={again} name={nameOf(again.runId)} on={on} />
          ) : (
            <Text key={again.runId} size="sm">
              {t(`compareRuns.again.reasons.${again.reason}`, { name: nameOf(again.runId) })}
            </Text>
          ),
        )}
      </Stack>
    </Section>
  );
}

function Figures({ again, name, on }: { again: ScoredAgain; name: string; on: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { asMeasured, titles, targets, learned, unknown, places, metrics } = again;
  return (
    <Stack gap="xs">
      {!asMeasured && <Text size="sm">{t('compareRuns.again.lists-model', { name })}</Text>}
      <KeyValue
        facts={[
          ...metrics.map((pair): Fact => [
            t(`common.metrics.${pair.metric}`),
            <div key={pair.metric}>
              <Text size="sm" fw={600}>
                {t('compareRuns.again.result', {
                  name,
                  again: format.score(pair.after),
                  on,
                  score: format.score(pair.before),
                })}
              </Text>
              <PairedDifference pair={pair} names={{ other: name, first: on }} />
            </div>,
          ]),
          [t('compareRuns.again.titles'), format.count(titles)],
          [t('compareRuns.again.targets'), format.count(targets)],
          [t('compareRuns.again.leftOut'), t('compareRuns.again.leftOutOf', { learned, unknown })],
          [t('compareRuns.again.places'), format.score(places, 1)],
        ]}
      />
    </Stack>
  );
}
