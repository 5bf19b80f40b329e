import { Button, Checkbox } from '@mantine/core';
import { IconFileTypeHtml, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { BackLink } from '../../../renderer/components/BackLink';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useParams } from 'wouter';
import { DEFAULT_REPORT_EXAMPLES } from '../contract/limits';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { undecidedText } from '../../../shared/words/brought-text';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useRun } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { addError } from '../../../renderer/stores/notices';
import { usePreferences } from '../../../renderer/stores/preferences';
import { Paper } from './Paper';
import { useSaveReport } from './use-save-report';

/** A run as a page to print and sign: a preview, and buttons to print or save it. */
export function ReportScreen(): ReactNode {
  const { runId } = useParams<{ runId: string }>();
  const t = useTexts();
  const { queries } = useEngine();
  const shell = useShell();
  const run = useRun(runId);
  const language = usePreferences((state) => state.language);
  const [withExamples, setWithExamples] = useState(true);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const input = { runId, language, timeZone, examples: withExamples ? DEFAULT_REPORT_EXAMPLES : 0 };
  // Rebuilt whenever the screen opens, because exports, verifications and names change.
  const report = useQuery(queries.runs.report.queryOptions({ input, staleTime: Infinity, gcTime: 0 }));
  const save = useSaveReport(input);
  const print = useCallback(() => {
    shell.user.print().catch((thrown: unknown) => addError(t('report.printFailed'), thrown));
  }, [shell, t]);
  const label = t('report.print');
  // On paper, too, it leaves the program.
  const undecided = undecidedText(run.data?.brought, { t });
  const blocked = report.data === undefined ? t('common.loading') : undecided;
  useMainAction(useMemo(() => ({ label, run: print, blocked }), [label, print, blocked]));
  return (
    <Screen
      title={t('report.title', { name: run.data?.name ?? runId })}
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
      <Checkbox
        label={t('report.withExamples')}
        description={t('report.withExamplesHelp', { count: DEFAULT_REPORT_EXAMPLES })}
        checked={withExamples}
        onChange={(event) => setWithExamples(event.currentTarget.checked)}
      />
      <Query of={report} lines={12}>
        {(made) => <Paper report={made} />}
      </Query>
    </Screen>
  );
}
