import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { RunRecord } from '../../../shared/contract/run';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { mixtureText } from '../../../shared/words/mixture-text';
import { Exactness } from '../../../renderer/components/Exactness';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue, type Fact } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** The record: everything needed to repeat the run and to check that the result is identical. */
export function RecordSection({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const engineText = useEngineText();
  const format = useFormat();
  const { data: runs = [] } = useRuns();
  const { environment, split, program } = run;
  const parent = runs.find(({ runId }) => runId === run.parent);
  const hash = (value: string | null): ReactNode => (value === null ? null : <Hash value={value} />);
  const facts: Fact[] = [
    [t('runs.runId'), <Hash key="id" value={run.runId} whole />],
    [
      t('runs.parent'),
      parent === undefined ? (
        run.parent
      ) : (
        <Anchor key="parent" component={Link} href={`/runs/${parent.runId}`} size="sm">
          {nameApart(parent)}
        </Anchor>
      ),
    ],
    [t('data.fingerprint'), hash(run.dataset.fingerprint)],
    [t('runs.seed'), String(run.seed)],
    [
      t('runs.epochs'),
      run.epochs === 0 || run.listsFrom === null
        ? null
        : t('runs.epochsOf', { count: run.epochs, stage: t(`common.stages.${run.listsFrom}`) }),
    ],
    [t('runs.mixture'), mixtureText(run, { t, format })],
    [
      t('runs.leftOut'),
      run.leftOut?.map(({ model, ...why }) => `${t(`common.models.${model}`)}: ${engineText(why)}`).join(' ') ?? null,
    ],
    [t('runs.took'), format.duration(run.seconds)],
    [
      t('runs.split'),
      split === null
        ? null
        : [t(`runs.splits.${split.protocol}`), split.note && engineText({ message: split.note, said: split.said })]
            .filter(Boolean)
            .join(' · '),
    ],
    [t('runs.exactness'), <Exactness key="exactness" recipe={run.recipe} />],
    [
      t('runs.computed'),
      environment === null
        ? null
        : `${t('device.ownKernels')} · ${environment.device.toUpperCase()} · ${instructionSetName(environment.instructionSet)} · ${environment.deviceName}`,
    ],
    [
      t('runs.gpu'),
      environment?.gpu ? t('device.withDriver', { name: environment.gpu.name, driver: environment.gpu.driver }) : null,
    ],
    [t('runs.program'), `${program.version} · ${program.commit.slice(0, 12)}`],
    [t('runs.recipeHash'), hash(run.recipeSha256)],
    [t('runs.weightsHash'), hash(run.weightsSha256)],
    [t('runs.listsHash'), hash(run.listsSha256)],
  ];
  return (
    <Section title={t('runs.record')}>
      <KeyValue facts={facts} />
    </Section>
  );
}
