import { Alert, Anchor, Button, Group, Input, SegmentedControl, Stack, Switch } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { Refresh, RefreshBase, RefreshProgress, RefreshRequest } from '../contract/refresh';
import { checkName } from '../../review/words/public';
import { DEFAULT_EXPORT_FORMAT, EXPORT_FORMATS, type ExportFormat } from '../../../shared/values/export-formats';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Details } from '../../../renderer/components/Details';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useFirstRules } from '../../../renderer/components/rules/FirstRules';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { lastPart } from '../../../renderer/actions/use-opening';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useActivity, type Work } from '../../../renderer/stores/activity';
import { useMainAction } from '../../../renderer/stores/main-action';
import { EndedRefresh } from './EndedRefresh';
import { UnattendedSwitch } from './UnattendedSwitch';
import { useRefresh } from './use-refresh';
import classes from './Refresh.module.css';

/** The latest refresh started in this window. Once it ends, the next may start from another run. */
const useLatest = (): Work<'refresh'> | null =>
  useActivity(({ works }) => {
    const refreshes = Object.values(works).filter((work): work is Work<'refresh'> => work.kind === 'refresh');
    return refreshes.toSorted((left, right) => right.startedAt - left.startedAt)[0] ?? null;
  });

/** The folder that the program brings for the sample; null for other data. */
function useNextWeekOfSample({ data }: RefreshBase): string | null {
  const shell = useShell();
  const { data: host } = useQuery({ queryKey: ['host'], queryFn: () => shell.host.describe(), staleTime: Infinity });
  return host !== undefined && data.name === lastPart(host.sampleFolder) ? `${host.sampleFolder}-next-week` : null;
}

/** What a refresh under way was begun with: the next one would start from the data that it adds. */
const begunWith = (work: Work<'refresh'> | null): RefreshBase | null =>
  work?.state.kind === 'running' ? ((work.progress as RefreshProgress | null)?.base ?? null) : null;

/** What the lists of an ended refresh leave by. */
type Leaving = Pick<ComponentProps<typeof EndedRefresh>, 'choice' | 'onWrite'>;

/**
 * Starts a refresh: what it starts from and what it will write; then shows its progress.
 * @param properties.last the latest refresh of the workspace: its lists may still wait for approval
 */
export function StartRefresh({ base: next, last }: { base: RefreshBase; last: Refresh | undefined }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const work = useLatest();
  const refresh = useRefresh();
  const [format, setFormat] = useState<ExportFormat>(DEFAULT_EXPORT_FORMAT);
  const [isWithoutRules, setWithoutRules] = useState(false);
  const [originalIds, setOriginalIds] = useState(false);
  const isRunning = work?.state.kind === 'running';
  const base = begunWith(work) ?? next;
  const rules = useCountingRules(base.data.fingerprint);
  const first = useFirstRules(rules, 'refresh');
  const nextWeek = useNextWeekOfSample(base);
  const { data: unattended = null } = useQuery(useEngine().queries.refresh.unattended.queryOptions());
  const begin = (folder?: string, again?: Pick<RefreshRequest, 'run' | 'to' | 'evenIfWorse'>): void =>
    first.begin((choice) => {
      setWithoutRules(choice.rules === 'none');
      void refresh(
        base,
        {
          format,
          ...again,
          ...(base.data.pseudonyms && { originalIds }),
          ...(rules.day !== undefined && { date: rules.day }),
          ...(choice.rules === 'none' && { rules: 'none' }),
        },
        { folder, writes: again !== undefined || unattended !== null },
      );
    });
  const leaving: Leaving = {
    choice: isWithoutRules ? { rules: 'none' } : rules.choice,
    onWrite: ({ folder, from, dataset, state }) =>
      begin(folder, {
        run: from.runId,
        to: dataset?.fingerprint,
        ...(state !== 'waiting' && { evenIfWorse: true }),
      }),
  };
  const label = t('refresh.start');
  useMainAction(isRunning ? null : { label, run: () => begin(), blocked: null });
  return (
    <>
      {work !== null && <Outcome work={work} {...leaving} />}
      {work === null && last?.state === 'waiting' && <EndedRefresh refresh={last} {...leaving} />}
      <Section title={t(isRunning ? 'refresh.thisOne' : 'refresh.next')} description={t('refresh.nextBody')}>
        <div className={classes.next}>
          <div>
            <KeyValue
              facts={[
                [
                  t('refresh.begins'),
                  <Anchor key="run" component={Link} href={`/runs/${base.run.runId}`} size="sm">
                    {nameApart(base.run)}
                  </Anchor>,
                ],
                [t('refresh.whyThis'), t(`refresh.why.${base.why}`)],
                [t('refresh.addsTo'), base.data.name],
                [
                  t('refresh.stopsIf'),
                  base.stops.length === 0
                    ? t('refresh.noStops')
                    : base.stops.map((check) => checkName(t, check)).join(' · '),
                ],
              ]}
            />
            <Details>
              <KeyValue facts={[[t('runs.runId'), <Hash key="run" value={base.run.runId} whole />]]} />
            </Details>
          </div>
          <Stack gap="sm" align="flex-start" className={classes.options}>
            <Input.Wrapper label={t('exporting.format')} labelElement="div">
              <div>
                <SegmentedControl
                  aria-label={t('exporting.format')}
                  value={format}
                  onChange={(value) => setFormat(value as ExportFormat)}
                  data={EXPORT_FORMATS.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))}
                />
              </div>
            </Input.Wrapper>
            {base.data.pseudonyms && (
              <Switch
                label={t('pseudonyms.originals')}
                description={t('pseudonyms.originalsHelp')}
                checked={originalIds}
                onChange={({ currentTarget }) => setOriginalIds(currentTarget.checked)}
              />
            )}
            <RulesLine rules={rules} />
            <UnattendedSwitch />
          </Stack>
          <Group gap="sm">
            <Button loading={isRunning} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => begin()}>
              {label}
            </Button>
            {nextWeek !== null && (
              <Button variant="default" disabled={isRunning} onClick={() => begin(nextWeek)}>
                {t('refresh.sample')}
              </Button>
            )}
          </Group>
          {first.dialog}
        </div>
      </Section>
    </>
  );
}

function Outcome({ work, ...leaving }: { work: Work<'refresh'> } & Leaving): ReactNode {
  const t = useTexts();
  const { state } = work;
  switch (state.kind) {
    case 'running':
      return (
        <Section title={t('refresh.underWay')} description={t('refresh.running')}>
          <WorkProgress work={work} />
        </Section>
      );
    case 'failed':
      return <ErrorNotice title={t('refresh.failed')} error={state.error} />;
    case 'stopped':
      return (
        <Alert variant="light" color="gray" role="status">
          {t('refresh.goOn')}
        </Alert>
      );
    case 'done':
      return <EndedRefresh refresh={state.result} {...leaving} />;
  }
}
