import { Button, Group, Text } from '@mantine/core';
import { IconFolderPlus, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useParams } from 'wouter';
import { DamagedRuns } from '../../../renderer/components/DamagedRuns';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useWeekName } from '../../../renderer/components/labels/use-week-name';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRunName } from '../../../renderer/stores/engine-data';
import { activateRun, openDataset } from '../../../renderer/stores/selection';
import { useShownData } from '../../../renderer/stores/use-shown-data';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { EmptyShelfLine } from '../../shelf-steps/window/public';
import type { Week, Weeks } from '../contract/week';
import { ComingIn } from './ComingIn';
import { EarlierWeeks } from './EarlierWeeks';
import { FirstStart } from './FirstStart';
import { HowListsDid } from './HowListsDid';
import { useNextWeek } from './use-next-week';
import { useWeeks, weekBefore } from '../../../renderer/components/weeks';
import { WeekBoard } from './WeekBoard';
import { WeekSettings } from './WeekSettings';
import classes from './Week.module.css';

/** Where the ways to open data stand, whatever is open. */
const OPEN_PART = 'open';

/** Home: the week as it stands, or, where there is no data, the ways to open some. */
export function WeekScreen(): ReactNode {
  const t = useTexts();
  const { part } = useParams<{ part?: string }>();
  const shown = useShownData();
  if (shown.data === undefined)
    return (
      <Screen title={t('shell.screen.week')}>{<Query of={{ ...shown, data: undefined }}>{() => null}</Query>}</Screen>
    );
  if (part === OPEN_PART || shown.data === null) return <FirstStart isHome={shown.data === null} />;
  return <WeeksOf key={shown.data} data={shown.data} />;
}

function WeeksOf({ data }: { data: string }): ReactNode {
  const weeks = useWeeks(data);
  return <Query of={weeks}>{(answer) => <Board {...answer} />}</Query>;
}

function Board({ weeks, base }: Weeks): ReactNode {
  const t = useTexts();
  const nameOf = useWeekName();
  const nameOfRun = useRunName();
  const [week, ...earlier] = weeks as [Week, ...Week[]];
  useShownWeek(week);
  const before = weekBefore(earlier);
  const inUse = weeks.find(({ sent }) => sent !== null) ?? null;
  const rules = useCountingRules(week.data.fingerprint);
  const next = useNextWeek(base, rules);
  const { name, span } = nameOf(week.data);
  const isRunning = next.work?.state.kind === 'running';
  const { refresh } = week;
  return (
    <Screen
      title={name}
      subtitle={span ?? t('week.withoutTimes')}
      actions={
        <div className={classes.use}>
          <Text size="xs" c="dimmed">
            {t('week.inUse')}
          </Text>
          <Text size="sm" fw={600}>
            {inUse?.run == null ? t('week.nothingInUse') : withWeek(nameOf(inUse.data).name, nameOfRun(inUse.run.name))}
          </Text>
        </div>
      }
    >
      <DamagedRuns />
      <div className={classes.columns}>
        <div className={classes.main}>
          <ComingIn work={next.work} />
          <WeekBoard
            week={week}
            before={before}
            rules={rules}
            format={next.format}
            onGoOn={
              refresh !== null && base !== null && !isRunning
                ? () => next.begin(refresh.folder, { run: refresh.from.runId, to: refresh.from.data })
                : null
            }
          />
          {week.run !== null && span !== null && <EmptyShelfLine runId={week.run.runId} rules={rules.choice.rules} />}
          <Group gap="sm" justify="space-between">
            <Text size="sm">
              {week.sent !== null && (span === null ? t('week.outWithoutTimes') : t('week.out', { week: name }))}
            </Text>
            {base !== null && (
              <Group gap="sm">
                {next.ofSample !== null && (
                  <Button
                    variant="default"
                    leftSection={<IconRefresh size={16} aria-hidden />}
                    disabled={isRunning}
                    onClick={() => next.begin(next.ofSample!)}
                  >
                    {t('week.addSample')}
                  </Button>
                )}
                <Button
                  variant={week.sent === null ? 'default' : 'filled'}
                  leftSection={<IconFolderPlus size={16} aria-hidden />}
                  loading={isRunning}
                  onClick={() => next.begin()}
                >
                  {t('week.add')}
                </Button>
              </Group>
            )}
          </Group>
          {next.dialog}
        </div>
        {span !== null && <HowListsDid week={week} before={before} />}
      </div>
      <EarlierWeeks weeks={earlier} />
      {base !== null && <WeekSettings base={base} rules={rules} />}
      <Group>
        <Button component={Link} href={`/week/${OPEN_PART}`} variant="subtle" size="compact-md">
          {t('week.openOther')}
        </Button>
      </Group>
    </Screen>
  );
}

/** The board is about the latest week, so the other screens are too, until somebody chooses other lists. */
function useShownWeek({ data, run }: Week): void {
  const { fingerprint } = data;
  const runId = run?.runId ?? null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    const key = `${fingerprint} ${runId}`;
    if (told.current === key) return;
    told.current = key;
    if (runId === null) openDataset(fingerprint);
    else activateRun(runId, fingerprint);
  }, [fingerprint, runId]);
}

/** A model that nobody has named begins with its week. */
const withWeek = (week: string, model: string): string => (model.startsWith(week) ? model : `${week} · ${model}`);
