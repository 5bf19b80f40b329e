import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { DEFAULT_EXPORT_FORMAT, type ExportFormat } from '../../../shared/values/export-formats';
import { UNDER_EXPORTS } from '../../run-sections';
import { BroughtNotice, useUndecided } from '../../bundles/window/public';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { type RulesOfScreen, useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { Screen } from '../../../renderer/components/Screen';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useSelection } from '../../../renderer/stores/selection';
import { NoData } from '../../../renderer/actions/NoData';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { EarlierExports } from './EarlierExports';
import { ExportPanel } from './ExportPanel';
import { LastExport } from './LastExport';
import { Preview } from './Preview';
import { useExportTuning } from './use-export-tuning';

/** Exports the lists of the run that is shown: the format, a preview, the checks, the file's hash. */
export function ExportScreen(): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const run = useActiveRun();
  const dataset = useSelection((state) => state.dataset);
  const engineText = useEngineText();
  if (run?.forgotten !== undefined)
    return (
      <Screen title={t('shell.screen.export')}>
        <EmptyState
          scene="gone"
          title={t('privacy.runForgotten')}
          body={engineText(run.forgotten)}
          action={{ label: t('compare.noRunRuns'), onClick: () => go('/runs') }}
        />
      </Screen>
    );
  if (run === null && dataset === null) return <NoData of="common" />;
  if (run === null || !hasLists(run))
    return (
      <Screen title={t('shell.screen.export')}>
        <EmptyState
          scene="parcel"
          title={t('exporting.empty')}
          body={t('exporting.emptyBody')}
          action={{ label: t('exporting.train'), onClick: () => go('/train') }}
        />
      </Screen>
    );
  return <ExportOf key={run.runId} run={run} />;
}

function ExportOf({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const [format, setFormat] = useState<ExportFormat>(DEFAULT_EXPORT_FORMAT);
  const [raw, setRaw] = useState(false);
  const saved = useCountingRules(run.dataset.fingerprint);
  // Leaving rules out is for one file, so nothing remembers it.
  const [leftOut, setLeftOut] = useState(false);
  const rules: RulesOfScreen = leftOut ? { ...saved, choice: { rules: 'none' } } : saved;
  const tuning = useExportTuning(run);
  const undecided = useUndecided(run);
  const nameApart = useNameApart();
  return (
    <Screen title={t('shell.screen.export')} subtitle={t('exporting.lead', { run: nameApart(run) })}>
      <BroughtNotice run={run} />
      <ExportPanel
        run={run}
        format={format}
        onFormat={setFormat}
        raw={raw}
        onRaw={setRaw}
        rules={rules}
        leftOut={leftOut}
        onLeaveOut={setLeftOut}
        tuning={tuning}
        preview={
          undecided === null && (
            <Preview run={run} format={format} raw={raw} choice={rules.choice} tuning={tuning.applied} />
          )
        }
      />
      <LastExport run={run} />
      <EarlierExports run={run} />
      {UNDER_EXPORTS.map(({ name, Part }) => (
        <Part key={name} run={run} />
      ))}
    </Screen>
  );
}
