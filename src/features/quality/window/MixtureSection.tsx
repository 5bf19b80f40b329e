import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunRecord } from '../../../shared/contract/run';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { gainsChart } from '../charts/gains-chart';
import { mixtureFacts } from '../words/mixture-facts';
import classes from './ListFigures.module.css';

/** Which models stand beside the autoencoder, what each gave, and what the autoencoder adds to them. */
export function MixtureSection({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(run.dataset.fingerprint);
  const facts = mixtureFacts(run, { t, format });
  if (facts === null) return null;
  const groups = run.overCompanions?.groups ?? [];
  return (
    <Section title={t('runs.mixture.title')}>
      <div className={groups.length > 0 ? classes.pictures : undefined}>
        <Stack gap="sm">
          {facts.sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
          {facts.tried.length > 0 && (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {(['model', 'score', 'gain', 'share'] as const).map((column) => (
                    <Table.Th key={column} {...(column !== 'model' && { ta: 'right' })}>
                      {t(`runs.mixture.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {facts.tried.map(({ name, score, gain, share, isTaken }) => (
                  <Table.Tr key={name}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td ta="right">{score}</Table.Td>
                    <Table.Td ta="right">{gain}</Table.Td>
                    <Table.Td ta="right" fw={isTaken ? 600 : 400}>
                      {share}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Stack>
        {groups.length > 0 && <Chart {...gainsChart({ groups }, { t, format, labels })} />}
      </div>
    </Section>
  );
}
