/** The scores by groups of profiles and titles, as bars beside the whole. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../shared/contract';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { SliceName } from '../../components/SliceName';

export function Slices({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (run.slices.length === 0) return null;
  const best = Math.max(...run.slices.map(({ metrics }) => metrics.score), Number.EPSILON);
  return (
    <Section title={t('runs.slices')} flush>
      <Table verticalSpacing={4} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('runs.group')}</Table.Th>
            <Table.Th ta="right">{t('runs.profilesColumn')}</Table.Th>
            <Table.Th ta="right">{t('common.metrics.score')}</Table.Th>
            <Table.Th w="28%" aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {run.slices.map((slice) => (
            <Table.Tr key={`${slice.group} ${slice.label}`}>
              <Table.Th scope="row" fw={400}>
                <SliceName slice={slice} />
              </Table.Th>
              <Table.Td ta="right">{format.count(slice.metrics.profiles)}</Table.Td>
              <Table.Td ta="right">{format.score(slice.metrics.score)}</Table.Td>
              <Table.Td aria-hidden>
                <div
                  style={{
                    height: 8,
                    width: `${(slice.metrics.score / best) * 100}%`,
                    borderRadius: 2,
                    background: 'var(--shelfwise-line-1)',
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
