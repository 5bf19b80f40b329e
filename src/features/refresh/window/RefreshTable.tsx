import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { checkName } from '../../review/words/public';
import type { Refresh } from '../contract/refresh';
import { useEngine } from '../../../renderer/connection/engine-context';
import { lastPart } from '../../../renderer/actions/use-opening';
import { NotKept, RuleNames } from '../../../renderer/components/rules/RuleNames';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { Details } from '../../../renderer/components/Details';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Hash } from '../../../renderer/components/Hash';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useCame } from './use-came';
import classes from './Refresh.module.css';

const COLUMNS = ['when', 'outcome', 'score', 'checks', 'came', 'lastExport'] as const;

/** The results of past refreshes, one row each; on a phone its cells stand below each other. */
export function RefreshTable({ refreshes }: { refreshes: readonly Refresh[] }): ReactNode {
  const t = useTexts();
  if (refreshes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('refresh.none')}
      </Text>
    );
  return (
    <Table horizontalSpacing="md" verticalSpacing="sm" className={classes.past} aria-label={t('refresh.last')}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column}>{t(`refresh.columns.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {refreshes.map((refresh) => (
          <Row key={refresh.refreshId} refresh={refresh} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ refresh }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const cells: Record<(typeof COLUMNS)[number], ReactNode> = {
    when: format.moment(refresh.startedAt),
    outcome: <Outcome refresh={refresh} />,
    score: <ThenAndNow refresh={refresh} />,
    checks: <Checks refresh={refresh} />,
    came: <Came refresh={refresh} />,
    lastExport: <LastExports refresh={refresh} />,
  };
  return (
    <Table.Tr>
      {COLUMNS.map((column) => (
        <Table.Td key={column} data-column={column} data-label={t(`refresh.columns.${column}`)}>
          {cells[column]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Came({ refresh }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  const { folder, dataset } = refresh;
  const came = useCame(refresh);
  const labels = useLabels(dataset?.fingerprint);
  const attributes = dataset?.drifted.map(({ attribute }) => labels.attribute(attribute)).join(', ') ?? '';
  return (
    <>
      <Text size="sm" title={folder}>
        {lastPart(folder)}
      </Text>
      <Text size="xs" c="dimmed">
        {came ?? t('refresh.notMade')}
      </Text>
      {attributes !== '' && (
        <Text size="xs" c="var(--shelfwise-warning)">
          {t('refresh.drifted', { attributes })}
        </Text>
      )}
    </>
  );
}

/** From the previous run's lists, latest first: other rules or another tuning give another export. */
function LastExports({ refresh }: { refresh: Refresh }): ReactNode {
  const { lastExports } = refresh;
  if (lastExports.length === 0) return <NoLastExport refresh={refresh} />;
  return (
    <Stack gap="xs">
      {lastExports.toReversed().map((one) => (
        <LastExport
          key={`${one.exports[0]!.exportedAt} ${one.exports[0]!.sha256}`}
          of={one}
          isOnly={lastExports.length === 1}
        />
      ))}
    </Stack>
  );
}

/** Why there is no figure: the refresh did not come so far, there was no export, or its profiles watched nothing new. */
function NoLastExport({ refresh: { state, checks, from, startedAt } }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  // The checks come after it.
  const isJudged = checks !== null;
  const { data: exports } = useQuery({
    ...useEngine().queries.runs.exports.queryOptions({ input: { runId: from.runId } }),
    enabled: isJudged,
    retry: false,
  });
  if (state === 'begun') return '–';
  const why = !isJudged
    ? 'notJudged'
    : exports === undefined
      ? null
      : exports.some(({ exportedAt }) => exportedAt < startedAt)
        ? 'nothingWatched'
        : 'noExport';
  return (
    <Text size="xs" c="dimmed">
      {why === null ? '–' : t(`refresh.noFigure.${why}`)}
    </Text>
  );
}

function LastExport({ of, isOnly }: { of: Refresh['lastExports'][number]; isOnly: boolean }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { mean, interval, popular } = of.recall;
  const formats = [
    ...new Set(of.exports.map((one) => t(`exporting.formats.${one.format}`))),
    ...(of.tuned ? [t('outcome.tuned')] : []),
    ...(of.withRules ? [t('rules.withRules')] : []),
  ].join(' · ');
  return (
    <div>
      {!isOnly && (
        <Text size="xs" fw={600}>
          {t('outcome.exportedAt', { moment: format.moment(of.exports[0]!.exportedAt), formats })}
        </Text>
      )}
      <Text size="sm">{t('refresh.recall', { recall: format.score(mean) })}</Text>
      {interval !== null && (
        <Text size="xs" c="dimmed">
          {t('paired.interval', { low: format.score(interval.low), high: format.score(interval.high) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('refresh.popular', { recall: format.score(popular) })}
      </Text>
    </div>
  );
}

/** In words too, because not everyone can tell the colours apart. */
function ThenAndNow({ refresh: { compared, run } }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const score = compared?.figures.find(({ metric }) => metric === 'score');
  const link = run !== null && (
    <Anchor component={Link} href={`/runs/${run.runId}`} size="xs">
      {t('refresh.openRun')}
    </Anchor>
  );
  if (compared === null || score === undefined || compared.verdict === 'not-compared')
    return link === false ? '–' : link;
  const color = { better: 'var(--mantine-color-anchor)', worse: 'var(--shelfwise-warning)', same: 'dimmed' }[
    compared.verdict
  ];
  return (
    <>
      <Text size="sm">
        {format.score(score.before)} → {format.score(score.now)}
      </Text>
      <Text size="xs" c={color}>
        {t(`paired.${compared.verdict}`)}: {format.change(score.mean)}
      </Text>
      <Text size="xs" c="dimmed">
        {t('paired.interval', { low: format.change(score.low), high: format.change(score.high) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('refresh.onHoldOut')}
      </Text>
      {link}
    </>
  );
}

function Checks({ refresh: { checks } }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  if (checks === null) return '–';
  const stopped = checks.found.filter(({ id }) => checks.stopped.includes(id));
  return (
    <Text size="sm" {...(stopped.length > 0 && { c: 'var(--shelfwise-warning)' })}>
      {stopped.length > 0
        ? t('refresh.stoppedBy', { checks: stopped.map((check) => checkName(t, check)).join(', ') })
        : t('refresh.noneStops', {
            found: checks.found.filter(({ count }) => (count ?? 0) > 0).length,
            count: checks.found.length,
          })}
    </Text>
  );
}

function Outcome({ refresh: { state, reason, from, dataset, run, export: written } }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const isFine = state === 'exported' || state === 'nothing-new';
  const isOpen = state === 'begun' || state === 'waiting';
  const color = isOpen ? undefined : isFine ? 'var(--mantine-color-anchor)' : 'var(--shelfwise-warning)';
  return (
    <>
      <Text size="sm" fw={600} {...(color !== undefined && { c: color })}>
        {t(`refresh.states.${state}`)}
      </Text>
      {/* The column of the scores says what is worse. */}
      {reason !== null && state !== 'worse' && (
        <Text size="xs" c="dimmed">
          {engineText(reason)}
        </Text>
      )}
      {written !== null && (
        <>
          <Text size="xs" c="dimmed" style={{ wordBreak: 'break-all' }}>
            {written.file}
          </Text>
          {written.released !== null && (
            <Text size="xs" c="dimmed">
              {t(written.released.how === 'approved' ? 'refresh.approvedBy' : 'refresh.releasedUnattended', {
                name: written.released.by === '' ? '–' : written.released.by,
              })}
            </Text>
          )}
          <RulesOfRefresh of={written} data={dataset?.fingerprint} />
        </>
      )}
      {(run !== null || written !== null) && (
        <Details>
          <KeyValue
            facts={[
              [t('runs.runId'), run === null ? null : <Hash key="run" value={run.runId} whole />],
              [t('exporting.hash'), written === null ? null : <Hash key="file" value={written.sha256} />],
              [
                t('rules.hash'),
                written === null || written.rulesSha256 === null ? null : (
                  <Hash key="rules" value={written.rulesSha256} />
                ),
              ],
            ]}
          />
        </Details>
      )}
      {run !== null && (
        <Anchor component={Link} href={placeOfChanges(from, run, 'refreshes')} size="sm">
          {t('changes.open')}
        </Anchor>
      )}
    </>
  );
}

/** Which rules counted in the file, and what could not be kept. */
function RulesOfRefresh({
  of: { rules, rulesSha256 },
  data,
}: {
  of: NonNullable<Refresh['export']>;
  data: string | undefined;
}): ReactNode {
  const t = useTexts();
  if (rulesSha256 === null) return null;
  if (rules === null) return <Text size="xs">{t('rules.withRules')}</Text>;
  return (
    <>
      <RuleNames of={rules} data={data} />
      <NotKept rules={rules} data={data} />
    </>
  );
}
