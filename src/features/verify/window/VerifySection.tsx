import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconEqual, IconQuestionMark, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { Verification } from '../../../shared/contract/run';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { runWork, useWork } from '../../../renderer/stores/activity';
import { workOn } from '../../../renderer/stores/jobs';
import { Certificates, useOriginText } from './Certificates';

function useBlocked(run: Run): string | null {
  const t = useTexts();
  if (run.forgotten !== undefined) return t('privacy.noVerifying');
  if (run.status === 'running') return t('runs.verifyBlocked.running');
  if (run.status === 'crashed' || (run.status === 'stopped' && run.reason?.code === 'user'))
    return t('runs.verifyBlocked.unfinished');
  return run.weightsSha256 === null || run.listsSha256 === null ? t('runs.verifyBlocked.noModel') : null;
}

/** Trains the run again and shows whether the result is identical; either answer is a result. */
export function VerifySection({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const work = useWork('verify', run.runId);
  const blocked = useBlocked(run);
  const { on, blocked: notAgreed } = useOnCluster(run.dataset);
  const verify = (): void => {
    const place = { kind: 'verify', subject: run.runId, name: run.name } as const;
    if (on !== null) void workOn(client, on, place, { kind: 'unit', request: { kind: 'verify', run: run.runId } });
    else void runWork(place, (options) => client.runs.verify({ runId: run.runId }, options));
  };
  const state = work?.state;
  return (
    <Section
      title={t('runs.verify')}
      description={t('runs.verifyHelp')}
      actions={
        blocked === null &&
        state?.kind !== 'running' && (
          <ReasonedButton
            size="xs"
            variant="default"
            leftSection={<IconShieldCheck size={14} aria-hidden />}
            reason={notAgreed}
            onClick={verify}
          >
            {t(state?.kind === 'done' ? 'runs.verifyAgain' : 'runs.verify')}
          </ReasonedButton>
        )
      }
    >
      {blocked !== null && (
        <ReasonedButton size="xs" reason={blocked} onClick={verify}>
          {t('runs.verify')}
        </ReasonedButton>
      )}
      {blocked === null && state?.kind !== 'running' && <OnCluster dataset={run.dataset} />}
      {work !== null && state?.kind === 'running' && <WorkProgress work={work} />}
      {state?.kind === 'failed' && <ErrorNotice error={state.error} onRetry={verify} />}
      {state?.kind === 'stopped' && (
        <Alert variant="light" color="gray" role="status">
          {t('runs.verifyStopped')}
        </Alert>
      )}
      {state?.kind === 'done' && <Verdict verification={state.result} />}
      <Certificates run={run} />
    </Section>
  );
}

const LOOKS = {
  'identical-bits': { icon: IconCircleCheck, color: 'var(--mantine-color-anchor)' },
  'identical-lists': { icon: IconCircleCheck, color: 'var(--mantine-color-anchor)' },
  'same-metrics': { icon: IconEqual, color: 'var(--shelfwise-warning)' },
  'cannot-tell': { icon: IconQuestionMark, color: 'var(--shelfwise-warning)' },
  different: { icon: IconCircleX, color: 'var(--shelfwise-warning)' },
} as const;

function Verdict({ verification }: { verification: Verification }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const format = useFormat();
  const originText = useOriginText();
  const { verdict, cause, said, firstDifferentEpoch, metricDifference, recorded, repeated } = verification;
  const { icon: Picture, color } = LOOKS[verdict];
  const both = (was: string, is: string | undefined, labels: [string, string]): [string, ReactNode][] =>
    is === undefined || is === was
      ? [[labels[0], <Hash key="was" value={was} />]]
      : [
          [labels[0], <Hash key="was" value={was} />],
          [labels[1], <Hash key="is" value={is} />],
        ];
  return (
    <Stack gap="sm" role="status">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Picture size={26} stroke={1.6} color={color} aria-hidden style={{ flexShrink: 0 }} />
        <div>
          <Text fw={600} size="lg" lh={1.3} c={color}>
            {t(`runs.verdicts.${verdict}`)}
          </Text>
          <Text size="sm">{t(`runs.verdictHelp.${verdict}`)}</Text>
        </div>
      </Group>
      <KeyValue
        facts={[
          [t(verdict === 'identical-bits' ? 'runs.compared' : 'runs.cause'), engineText({ message: cause, said })],
          [
            t('runs.firstDifferent'),
            firstDifferentEpoch === null
              ? null
              : `${t(`common.stages.${firstDifferentEpoch.stage}`)} · ${format.count(firstDifferentEpoch.epoch)}`,
          ],
          [
            t('runs.scoreDifference'),
            metricDifference === null || verdict === 'identical-bits' ? null : format.score(metricDifference, 6),
          ],
          ...both(recorded.weightsSha256, repeated?.weightsSha256, [
            t('runs.recordedWeights'),
            t('runs.repeatedWeights'),
          ]),
          ...both(recorded.listsSha256, repeated?.listsSha256, [t('runs.recordedLists'), t('runs.repeatedLists')]),
          [t('runs.took'), format.duration(verification.seconds)],
          [t('runs.verifiedAt'), format.moment(verification.verifiedAt)],
          [t('runs.verifiedWhere'), originText(verification)],
        ]}
      />
    </Stack>
  );
}
