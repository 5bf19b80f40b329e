import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison } from '../contract/run-comparison';
import { sliceText } from '../../../shared/labels/slice-text';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Section } from '../../../renderer/components/Section';
import { SliceName } from './SliceName';
import { useFormat } from '../../../renderer/locales/format';
import { PairedDifference } from './PairedDifference';
import { RunColumns } from './RunColumns';

type Groups = RunComparison['slices'];

/** Which groups of profiles and titles gain or lose, each with its interval. */
export function GroupTable({ runs, slices }: { runs: readonly Run[]; slices: Groups }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [first, ...others] = runs as [Run, ...Run[]];
  const isPaired = slices.some(({ differences }) => differences.length > 0);
  return (
    <Section
      title={t('runs.slices')}
      description={
        isPaired && (
          <>
            {others.map((run) => (
              <Summary key={run.runId} run={run} slices={slices} />
            ))}
            {t('compareRuns.groupsHelp', { first: first.name })}
          </>
        )
      }
      flush
    >
      <RunColumns of={t('runs.group')} runs={runs}>
        {slices.map(({ group, label, scores, differences }) => (
          <Table.Tr key={`${group} ${label}`}>
            <Table.Th scope="row" fw={400}>
              <SliceName data={first.dataset.fingerprint} slice={{ group, label }} />
            </Table.Th>
            {scores.map((score, place) => (
              <Table.Td key={runs[place]!.runId}>
                {format.score(score)}
                <PairedDifference pair={differences.find(({ runId }) => runId === runs[place]!.runId)} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </RunColumns>
    </Section>
  );
}

/** The groups that certainly gain or lose, above the table. */
function Summary({ run, slices }: { run: Run; slices: Groups }): ReactNode {
  const t = useTexts();
  const labels = useLabels(run.dataset.fingerprint);
  const named = (isIn: (mean: number) => boolean): string =>
    slices
      .filter(({ differences }) =>
        differences.some(({ runId, isCertain, mean }) => runId === run.runId && isCertain && isIn(mean)),
      )
      .map((slice) => {
        const { heading, label } = sliceText(slice, { t, labels });
        return `${heading}: ${label}`;
      })
      .join(' · ');
  const [gain, lose] = [named((mean) => mean > 0), named((mean) => mean < 0)];
  const lines = [
    ...(gain === '' ? [] : [t('compareRuns.gain', { other: run.name, groups: gain })]),
    ...(lose === '' ? [] : [t('compareRuns.lose', { other: run.name, groups: lose })]),
  ];
  return (lines.length === 0 ? [t('compareRuns.noGroup', { other: run.name })] : lines).map((line) => (
    <Text key={line} size="sm" fw={600}>
      {line}
    </Text>
  ));
}
