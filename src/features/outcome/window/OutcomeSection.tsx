import { Alert, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import {
  differenceText,
  intervalText,
  isJudged,
  outcomeCurve,
  outcomeGroupsChart,
  periodText,
  standingOf,
} from '../charts/outcome-charts';
import type { Outcome, OutcomeFigure, OutcomeRequest } from '../contract/outcome';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import type { Run } from '../../../shared/contract/run-life';
import { finalValue } from '../../../shared/values/final-value';
import { ofHundredDetail, ofHundredText } from '../../../shared/words/of-hundred';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useDays } from '../../../renderer/components/labels/use-days';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { NAMES_SHOWN } from '../../../renderer/components/rules/RuleNames';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useDatasets } from '../../../renderer/stores/engine-data';

/**
 * How many of the exported titles were then watched, once newer data is there, and a curve over all exports. Draws
 * nothing without an export. Of some profiles it is worked out when it is asked for, since it is not stored.
 */
export function OutcomeSection({ run, of }: { run: Run; of?: ProfileFilter }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { data: exports = [] } = useQuery(queries.runs.exports.queryOptions({ input: { runId: run.runId } }));
  const [isWithAll, setWithAll] = useState(false);
  const [isAsked, setAsked] = useState(of === undefined);
  const request = { runId: run.runId, ...(of && { of }) };
  const own = useOutcomes(request, exports.length, exports.length > 0 && isAsked);
  if (exports.length === 0) return null;
  if (!isAsked)
    return (
      <Section title={t('outcome.title')} description={t('outcome.help')}>
        <Text size="sm">{t('outcome.judgeHelp')}</Text>
        <Button size="xs" variant="default" mt="sm" onClick={() => setAsked(true)}>
          {t('outcome.judge')}
        </Button>
      </Section>
    );
  const isCurveOffered = of === undefined && !isWithAll && (own.data ?? []).some(isJudged);
  return (
    <Section
      title={t('outcome.title')}
      description={t('outcome.help')}
      actions={
        isCurveOffered && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconChartLine size={14} aria-hidden />}
            onClick={() => setWithAll(true)}
          >
            {t('outcome.curve.make')}
          </Button>
        )
      }
    >
      <Query of={own} lines={6}>
        {(outcomes) => <Outcomes outcomes={outcomes} fingerprint={run.dataset.fingerprint} />}
      </Query>
      {isWithAll && <Curve run={run} exports={exports.length} />}
    </Section>
  );
}

/** @param exports number of exports; a different number is a new query, as is a change of the data sets */
function useOutcomes(request: OutcomeRequest, exports: number, enabled = true): UseQueryResult<Outcome[]> {
  const { client, queries } = useEngine();
  const { data: datasets } = useDatasets();
  return useQuery({
    queryKey: [...queries.runs.key(), 'outcomes', request, exports, datasets?.map(({ fingerprint }) => fingerprint)],
    queryFn: async ({ signal }) => (await finalValue(await client.runs.outcomes(request, { signal }))).outcomes,
    enabled: enabled && datasets !== undefined,
    staleTime: Infinity,
  });
}

function Outcomes({ outcomes, fingerprint }: { outcomes: Outcome[]; fingerprint: string }): ReactNode {
  const last = outcomes.findLast(isJudged);
  // Latest first, like the earlier exports.
  return (
    <Stack gap="lg">
      {outcomes.toReversed().map((outcome) => (
        <OneExport
          key={outcome.exports[0]!.sha256}
          outcome={outcome}
          fingerprint={fingerprint}
          isOpenAtFirst={outcome === last}
        />
      ))}
    </Stack>
  );
}

function OneExport({
  outcome,
  fingerprint,
  isOpenAtFirst,
}: {
  outcome: Outcome;
  fingerprint: string;
  isOpenAtFirst: boolean;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const engineText = useEngineText();
  const labels = useLabels(fingerprint);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const ruleName = useNamesOfRules(fingerprint);
  const { exports, withRules, ruleNames, tuned, problem } = outcome;
  const formats = [
    ...new Set(exports.map((one) => t(`exporting.formats.${one.format}`))),
    ...(tuned ? [t('outcome.tuned')] : []),
    ...(withRules ? [t('rules.withRules')] : []),
  ].join(' · ');
  return (
    <Box component="article">
      <Title order={3} size="sm">
        {t('outcome.exportedAt', { moment: format.moment(exports[0]!.exportedAt), formats })}
      </Title>
      {ruleNames.length > 0 && (
        <Text size="sm" c="dimmed">
          <FirstOf all={ruleNames} most={NAMES_SHOWN}>
            {(shown) => t('outcome.rules', { rules: shown.map(ruleName).join(' · ') })}
          </FirstOf>
        </Text>
      )}
      {problem !== null && (
        <Text size="sm" c="dimmed">
          {engineText(problem)}
        </Text>
      )}
      {isJudged(outcome) && (
        <>
          <Accounts outcome={outcome} />
          <Figures outcome={outcome} />
          <Beside outcome={outcome} />
          {isOpen ? (
            <Box mt="md">
              <Chart {...outcomeGroupsChart(outcome, { t, format, labels })} />
            </Box>
          ) : (
            <Button size="compact-xs" variant="subtle" mt="2xs" onClick={() => setOpen(true)}>
              {t('outcome.showGroups')}
            </Button>
          )}
        </>
      )}
    </Box>
  );
}

/** Which profiles are evaluated, which are not, and by which viewings. */
function Accounts({ outcome }: { outcome: Outcome }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { newer, compared } = outcome;
  const { day } = useDays(newer!.fingerprint);
  const { exported, judged, ...others } = outcome.profiles!;
  const { ofNewTitles, late } = outcome.viewings!;
  const left = (['withoutNew', 'unknown', 'forgotten'] as const)
    .filter((reason) => others[reason] > 0)
    .map((reason) => t(`outcome.others.${reason}`, { count: others[reason] }));
  const sentences = [
    t('outcome.judged', {
      count: judged,
      exported,
      period: periodText(outcome, { t, format, day }),
      data: newer!.name,
    }),
    ofHundredText(outcome.viewings!, { t }),
    ofHundredDetail(outcome.viewings!, judged, { t, format }),
    ...(ofNewTitles > 0 ? [t('outcome.ofNewTitles', { count: ofNewTitles })] : []),
    ...(late > 0 ? [t('outcome.late', { count: late })] : []),
  ];
  return (
    <>
      <Text size="sm">{sentences.join(' ')}</Text>
      {left.length > 0 && (
        <Text size="xs" c="dimmed">
          {left.join(' · ')}
        </Text>
      )}
      {!compared && (
        <Text size="xs" c="dimmed">
          {t('outcome.notCompared')}
        </Text>
      )}
    </>
  );
}

function Figures({ outcome: { judged } }: { outcome: Outcome }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <Group gap="xl" align="flex-start" mt="xs">
      {(['recall', 'hits'] as const).map((name) => {
        const { mean, interval, popular }: OutcomeFigure = judged![name];
        return (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {t(`outcome.${name}`)}
            </Text>
            <Text size="lg" fw={600}>
              {format.percent(mean)}
            </Text>
            <Text size="xs" c="dimmed">
              {interval !== null && `${t('outcome.figureNote', { range: intervalText(interval, { t, format }) })} · `}
              {t('outcome.popularNote', { popular: format.percent(popular) })}
            </Text>
          </div>
        );
      })}
    </Group>
  );
}

function Beside({ outcome: { judged, profiles } }: { outcome: Outcome }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { recall } = judged!;
  return (
    <Text size="sm" mt="xs">
      {t(`outcome.${standingOf(recall, profiles!.judged)}`, { difference: differenceText(recall, { t, format }) })}
    </Text>
  );
}

function Curve({ run: { runId, dataset }, exports }: { run: Run; exports: number }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { day } = useDays(dataset.fingerprint);
  const all = useOutcomes({}, exports);
  return (
    <Box mt="lg">
      <Query of={all} lines={6}>
        {(outcomes) => {
          const curve = outcomeCurve(outcomes, runId, { t, format, day });
          return curve === null ? (
            <Alert variant="light" color="gray" role="status">
              {t('outcome.curve.none')}
            </Alert>
          ) : (
            <Chart {...curve} />
          );
        }}
      </Query>
    </Box>
  );
}
