import { Alert, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { toShelfwiseError } from '../../../shared/errors';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { Chart } from '../../../renderer/components/chart/Chart';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useEstimatedSpan } from '../../../renderer/locales/use-estimated-span';
import { useTexts } from '../../../renderer/locales/use-texts';
import { runWork, useWork } from '../../../renderer/stores/activity';
import { alongTable, fairnessChart, fairnessSentence } from '../charts/public';
import type { Fairness } from '../contract/fairness';

/** Whether lists follow an attribute of children, and what stands along them: asked when it is pressed, of all children or of some. */
export function FairnessSection({ run, of: filter }: { run: Run; of?: ProfileFilter }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { runId } = run;
  const input = { runId, ...(filter && { filter }) };
  const told = useQuery(queries.runs.fairness.queryOptions({ input, enabled: isAsked }));
  const work = useWork('fairness', runId);
  if (!hasLists(run)) return null;
  const measure = async (): Promise<void> => {
    await runWork({ kind: 'fairness', subject: runId, name: run.name }, (options) =>
      client.runs.measureFairness(input, options),
    );
    await cache.invalidateQueries({ queryKey: queries.runs.fairness.key() });
  };
  const isRunning = work?.state.kind === 'running';
  const refusal = told.error === null ? null : toShelfwiseError(told.error);
  return (
    <Section
      title={t('fairness.title')}
      description={t('fairness.help')}
      actions={
        !isAsked && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconScale size={14} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t('fairness.ask')}
          </Button>
        )
      }
    >
      {work !== null && isRunning && <WorkProgress work={work} />}
      {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={() => void measure()} />}
      {work?.state.kind === 'stopped' && (
        <Alert variant="light" color="gray" role="status" mb="sm">
          {t('fairness.stopped')}
        </Alert>
      )}
      {refusal?.code === 'usage' ? (
        // So few children went wrong for nobody.
        <Text size="sm">{engineText(refusal)}</Text>
      ) : (
        isAsked && (
          <Query of={told} lines={8}>
            {(answer) => <Told run={run} told={answer} onMeasure={isRunning ? null : () => void measure()} />}
          </Query>
        )
      )}
    </Section>
  );
}

function Told({ run, told, onMeasure }: { run: Run; told: Fairness; onMeasure: (() => void) | null }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(run.dataset.fingerprint);
  const spanOf = useEstimatedSpan();
  const wording = { t, format, labels };
  const chart = fairnessChart(told, wording);
  const { columns, rows } = alongTable(told, wording);
  return (
    <Stack gap="md">
      {chart === null ? <Text size="sm">{fairnessSentence(told, wording)}</Text> : <Chart {...chart} />}
      {told.attributes.map(({ attribute, most }) => (
        <Most key={attribute} run={run} of={labels.attribute(attribute)} most={most} />
      ))}
      {told.left !== null && onMeasure !== null && (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('fairness.left', { count: told.left.trainings, span: spanOf(told.left.seconds) })}
          </Text>
          <Button size="xs" variant="default" flex="none" onClick={onMeasure}>
            {t('fairness.measure')}
          </Button>
        </Group>
      )}
      <Text fw={600}>{t('fairness.along')}</Text>
      <Table aria-label={t('fairness.along')}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, place) => (
              <Table.Th key={column} ta={place === 0 ? 'left' : 'right'}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ...cells], at) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
                <Most run={run} most={told.along[at]!.most} />
              </Table.Th>
              {cells.map((cell, place) => (
                <Table.Td key={columns[place + 1]} ta="right">
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** Children of whom a row is shown. */
const MOST_LINKED = 3;

/** The children of whom a finding is truest, each a link to its page. */
function Most({ run, of, most }: { run: Run; of?: string; most: Fairness['along'][number]['most'] }): ReactNode {
  const t = useTexts();
  const showRun = useShowRun();
  if (most.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {of === undefined ? t('fairness.most') : t('fairness.mostOf', { attribute: of })}{' '}
      {most.slice(0, MOST_LINKED).map(({ profile }, place) => (
        <span key={profile}>
          {place > 0 && ', '}
          <Anchor
            component={Link}
            href={`/compare/${encodeURIComponent(profile)}`}
            size="xs"
            onClick={() => showRun(run.runId, run.dataset.fingerprint)}
          >
            {profile}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
