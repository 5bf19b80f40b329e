import { Alert, Button, Table, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PairedFigure } from '../../../shared/contract/paired';
import type { Run } from '../../../shared/contract/run-life';
import { figureText } from '../../../shared/words/paired-text';
import { Details } from '../../../renderer/components/Details';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { WideTable } from '../../../renderer/components/WideTable';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useEstimatedSpan } from '../../../renderer/locales/use-estimated-span';
import { useTexts } from '../../../renderer/locales/use-texts';
import { runWork, useWork } from '../../../renderer/stores/activity';
import type { Condition } from '../contract/condition';
import { basisText, hurtsText, knownText, worthText } from '../contract/condition-text';

/** What the attributes of profiles are worth to the run. Measured in the background when asked for, and kept with the run. */
export function ConditionSection({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { runId } = run;
  const known = useQuery(queries.runs.condition.queryOptions({ input: { runId }, enabled: run.status === 'finished' }));
  const work = useWork('condition', runId);
  if (run.status !== 'finished') return null;
  const measure = async (): Promise<void> => {
    await runWork({ kind: 'condition', subject: runId, name: run.name }, (options) =>
      client.runs.measureCondition({ runId }, options),
    );
    await Promise.all(
      [queries.runs.condition, queries.runs.conditions].map((one) => cache.invalidateQueries({ queryKey: one.key() })),
    );
  };
  const isRunning = work?.state.kind === 'running';
  return (
    <Section
      title={t('condition.title')}
      description={t('condition.help')}
      actions={
        !isRunning &&
        known.data?.left != null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUsers size={14} aria-hidden />}
            onClick={() => void measure()}
          >
            {t('condition.measure')}
          </Button>
        )
      }
    >
      {work !== null && isRunning && <WorkProgress work={work} />}
      {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={() => void measure()} />}
      {work?.state.kind === 'stopped' && (
        <Alert variant="light" color="gray" role="status" mb="sm">
          {t('condition.stopped')}
        </Alert>
      )}
      {!isRunning && <Query of={known}>{(condition) => <Told condition={condition} />}</Query>}
    </Section>
  );
}

function Told({ condition: { reason, left, measured } }: { condition: Condition }): ReactNode {
  const t = useTexts();
  const spanOf = useEstimatedSpan();
  if (measured !== null) return <Measured measured={measured} />;
  return (
    <Text size="sm" c="dimmed">
      {reason === null
        ? t('condition.left', { count: left!.trainings, span: spanOf(left!.seconds) })
        : t(`condition.none.${reason}`)}
    </Text>
  );
}

function Measured({ measured }: { measured: NonNullable<Condition['measured']> }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { worth, rows } = measured;
  const hurts = hurtsText(worth, { t });
  const figure = (of: PairedFigure): string => figureText(of, { t, format });
  return (
    <>
      <Text fw={600}>{worthText(worth, { t })}</Text>
      {hurts !== null && (
        <Text size="sm" c="var(--shelfwise-warning)">
          {hurts}
        </Text>
      )}
      <Table mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('condition.known')}</Table.Th>
            {(['with', 'without', 'shuffled'] as const).map((variant) => (
              <Table.Th key={variant} ta="right">
                {t(`condition.${variant}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ known, with: own, without, shuffled }) => (
            <Table.Tr key={String(known)}>
              <Table.Th scope="row" fw={400}>
                {knownText(known, { t })}
              </Table.Th>
              {[own, without.before, shuffled.before].map((score, at) => (
                <Table.Td key={['with', 'without', 'shuffled'][at]} ta="right">
                  {format.score(score)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        {t('condition.scores')} {basisText(measured, { t })}
      </Text>
      <Details>
        <WideTable minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('condition.known')}</Table.Th>
                <Table.Th>{t('condition.overWithout')}</Table.Th>
                <Table.Th>{t('condition.overShuffled')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ known, without, shuffled }) => (
                <Table.Tr key={String(known)}>
                  <Table.Th scope="row" fw={400}>
                    {knownText(known, { t })}
                  </Table.Th>
                  <Table.Td>{figure(without)}</Table.Td>
                  <Table.Td>{figure(shuffled)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      </Details>
    </>
  );
}
