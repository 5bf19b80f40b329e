import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { IconFileTypeHtml, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { BackLink } from '../../../renderer/components/BackLink';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useParams } from 'wouter';
import { DEFAULT_REPORT_EXAMPLES, ROWS_ON_PAPER } from '../contract/limits';
import type { Report } from '../contract/report';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { undecidedText } from '../../../shared/words/brought-text';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useRun, useRuns } from '../../../renderer/stores/engine-data';
import { hasLists } from '../../../shared/contract/run-life';
import { useMainAction } from '../../../renderer/stores/main-action';
import { addError } from '../../../renderer/stores/notices';
import { usePreferences } from '../../../renderer/stores/preferences';
import { Paper } from './Paper';
import classes from './Report.module.css';
import { useSaveReport } from './use-save-report';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** A run as a page to print and sign: a preview, and buttons to print or save it. */
export function ReportScreen(): ReactNode {
  const { runId } = useParams<{ runId: string }>();
  const t = useTexts();
  const nameApart = useNameApart();
  const { queries } = useEngine();
  const shell = useShell();
  const run = useRun(runId);
  const language = usePreferences((state) => state.language);
  const [withExamples, setWithExamples] = useState(true);
  const [since, setSince] = useState<Since>(PARENT);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const input = {
    runId,
    language,
    timeZone,
    examples: withExamples ? DEFAULT_REPORT_EXAMPLES : 0,
    ...(since !== PARENT && { since: since === NOTHING ? null : since }),
  };
  // Rebuilt whenever the screen opens, because exports, verifications and names change.
  const report = useQuery(queries.runs.report.queryOptions({ input, staleTime: Infinity, gcTime: 0 }));
  const save = useSaveReport(input, run.data);
  const print = useCallback(() => {
    shell.user.print().catch((thrown: unknown) => addError(t('report.printFailed'), thrown));
  }, [shell, t]);
  const label = t('report.print');
  // On paper, too, it leaves the program.
  const undecided = undecidedText(run.data?.brought, { t });
  const blocked = report.data === undefined ? t('common.loading') : undecided;
  useMainAction({ label, run: print, blocked });
  return (
    <Screen
      title={t('report.title', { name: run.data === undefined ? runId : nameApart(run.data) })}
      subtitle={
        <>
          <BackLink to={`/runs/${encodeURIComponent(runId)}`}>{t('report.back')}</BackLink>
          <div>{t('report.lead')}</div>
        </>
      }
      actions={
        report.data !== undefined && (
          <>
            <Button
              variant="default"
              disabled={undecided !== null}
              leftSection={<IconFileTypeHtml size={16} aria-hidden />}
              onClick={() => void save()}
            >
              {t('report.save')}
            </Button>
            <Button disabled={undecided !== null} leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
              {label}
            </Button>
          </>
        )
      }
    >
      {run.data !== undefined && <UndecidedLine run={run.data} />}
      <div className={classes.pages}>
        <Stack gap="md" className={classes.choices}>
          <Checkbox
            label={t('report.withExamples')}
            description={useShownText(withExamples ? report.data : undefined)}
            checked={withExamples}
            onChange={(event) => setWithExamples(event.currentTarget.checked)}
          />
          <SinceChoice runId={runId} value={since} onChange={setSince} />
        </Stack>
        <div className={classes.paper}>
          <Query of={report} lines={12}>
            {(made) => <Paper report={made} />}
          </Query>
        </div>
      </div>
    </Screen>
  );
}

/** How many profiles the report names, and of which kinds; before it is made, or without them, how many it would at most. */
function useShownText(report: Report | undefined): string {
  const t = useTexts();
  if (report === undefined)
    return t('report.withExamplesHelp', { drawn: DEFAULT_REPORT_EXAMPLES, moved: ROWS_ON_PAPER });
  const { drawn, profiles } = report;
  const count = profiles.length;
  return count > drawn
    ? t('report.shownMoved', { count, drawn, moved: count - drawn })
    : t('report.shownDrawn', { count });
}

/** The run since which the report tells what changed: an ID, or one of these. */
type Since = string;
const PARENT: Since = '';
const NOTHING: Since = 'none';

function SinceChoice({
  runId,
  value,
  onChange,
}: {
  runId: string;
  value: Since;
  onChange: (since: Since) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const runs = useRuns().data ?? [];
  const parent = runs.find((run) => run.runId === runId)?.parent;
  const others = runs.filter(
    (run) =>
      run.runId !== runId && run.runId !== parent && hasLists(run) && (!run.marks.archived || run.runId === value),
  );
  // Runs of one name are told apart by their moments.
  const nameOf = ({ name, createdAt }: (typeof runs)[number]): string =>
    t('common.trainedAt', { name, moment: format.moment(createdAt) });
  const before = runs.find((run) => run.runId === parent);
  return (
    <NativeSelect
      w="fit-content"
      maw="100%"
      label={t('report.since')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        ...(before === undefined ? [] : [{ value: PARENT, label: t('report.sinceParent', { name: nameOf(before) }) }]),
        { value: before === undefined ? PARENT : NOTHING, label: t('report.sinceNone') },
        ...others.map((run) => ({ value: run.runId, label: nameOf(run) })),
      ]}
    />
  );
}
