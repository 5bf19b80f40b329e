import { Alert, Anchor, Box, Button, Group, Table, Text } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { noiseChart } from '../../charts/noise-chart';
import { useShowRun } from '../../../../renderer/actions/use-show-run';
import { hasLists, type Run } from '../../../../shared/contract/run-life';
import type { RunStability } from '../../../../shared/contract/stability';
import { SHAKY } from '../../../../shared/limits';
import { SAMPLED_PROFILES } from '../../contract/limits';
import { Chart } from '../../../../renderer/components/chart/Chart';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { Query } from '../../../../renderer/components/Query';
import { Section } from '../../../../renderer/components/Section';
import { WorkProgress } from '../../../../renderer/components/WorkProgress';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { setFilter } from '../../../../renderer/stores/profile-list';
import { runWork, useWork } from '../../../../renderer/stores/activity';
import { useStability } from '../../../../renderer/stores/engine-data';

/** Number of least stable lists shown; the grid of profiles has all that were measured. */
const SHAKIEST_SHOWN = 5;

/**
 * How stable the run's lists are when part of the histories is hidden. Measured in the background and stored with the
 * run.
 */
export function StabilitySection({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const known = useStability(run);
  const work = useWork('stability', run.runId);
  if (!hasLists(run)) return null;
  const measure = async (sample?: number): Promise<void> => {
    const measured = await runWork({ kind: 'stability', subject: run.runId, name: run.name }, (options) =>
      client.runs.measureStability({ runId: run.runId, ...(sample !== undefined && { sample }) }, options),
    );
    if (measured === null) return;
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.runs.stability.key() }),
      cache.invalidateQueries({ queryKey: queries.profiles.page.key() }),
    ]);
  };
  const state = work?.state.kind;
  const before = known.data ?? null;
  return (
    <Section
      title={t('stability.title')}
      description={t('stability.help')}
      actions={
        state !== 'running' && (
          <>
            {before !== null && before.profiles < before.of && (
              <Button size="xs" variant="default" onClick={() => void measure()}>
                {t('stability.measureAll')}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              leftSection={<IconActivity size={14} aria-hidden />}
              onClick={() => void measure(SAMPLED_PROFILES)}
            >
              {t(before === null ? 'stability.measure' : 'stability.measureAgain')}
            </Button>
          </>
        )
      }
    >
      {work !== null && state === 'running' && <WorkProgress work={work} />}
      {work?.state.kind === 'failed' && (
        <ErrorNotice error={work.state.error} onRetry={() => void measure(SAMPLED_PROFILES)} />
      )}
      {state === 'stopped' && (
        <Alert variant="light" color="gray" role="status" mb="sm">
          {t('stability.stopped')}
        </Alert>
      )}
      <Query of={known}>
        {(measured) =>
          measured === null ? (
            <Text size="sm" c="dimmed">
              {t('stability.none')}
            </Text>
          ) : (
            <Measured run={run} measured={measured} />
          )
        }
      </Query>
      <NoiseAndScore run={run} />
    </Section>
  );
}

/** Draws nothing if there is no comparable run with other noise. */
function NoiseAndScore({ run: { runId } }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data } = useQuery(queries.runs.noiseScores.queryOptions({ input: { runId } }));
  const chart = data === undefined ? null : noiseChart(data, { t, format });
  if (chart === null) return null;
  return (
    <Box mt="md">
      <Chart {...chart} />
    </Box>
  );
}

function Measured({ run, measured }: { run: Run; measured: RunStability }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const showRun = useShowRun();
  const { mean, profiles, of, shaky, shakiest, noise, copies } = measured;
  if (mean === null) return <Text size="sm">{t('stability.empty')}</Text>;
  const percent = (share: number): string => format.percent(share, 0);
  const noiseText = t(`stability.noise.${!noise.isOwn ? 'other' : noise.rate === 'drawn' ? 'drawn' : 'own'}`, {
    copies,
    hidden: percent(noise.hidden),
  });
  const show = (): void => showRun(run.runId, run.dataset.fingerprint);
  return (
    <>
      <Group gap="xl" align="flex-start">
        <Figure label={t('stability.mean')} value={format.percent(mean.share)}>
          {t('stability.interval', { low: format.percent(mean.low), high: format.percent(mean.high) })}
        </Figure>
        <Figure label={t('stability.shaky')} value={format.count(shaky)}>
          {t('stability.shakyHelp', { share: percent(SHAKY) })}
        </Figure>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {profiles === of
          ? t('stability.measured.all', { count: profiles, noise: noiseText })
          : t('stability.measured.some', { count: profiles, of, noise: noiseText })}
      </Text>
      <Table mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stability.profile')}</Table.Th>
            <Table.Th ta="right">{t('stability.watched')}</Table.Th>
            <Table.Th ta="right">{t('stability.stays')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shakiest.slice(0, SHAKIEST_SHOWN).map(({ profile, watched, share }) => (
            <Table.Tr key={profile}>
              <Table.Th scope="row" fw={600}>
                <Anchor component={Link} href={`/compare/${encodeURIComponent(profile)}`} size="sm" onClick={show}>
                  {profile}
                </Anchor>
              </Table.Th>
              <Table.Td ta="right">{format.count(watched)}</Table.Td>
              <Table.Td ta="right">{percent(share)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shaky > 0 && (
        <Anchor
          component={Link}
          href="/profiles"
          size="sm"
          onClick={() => {
            show();
            setFilter({ shaky: true });
          }}
        >
          {t('stability.shakyLink', { count: shaky })}
        </Anchor>
      )}
    </>
  );
}

function Figure({ label, value, children }: { label: string; value: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="lg" fw={600}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {children}
      </Text>
    </div>
  );
}
