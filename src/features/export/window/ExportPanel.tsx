import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/values/export-formats';
import { ApprovalLine } from './ApprovalLine';
import { useUndecided } from '../../bundles/window/public';
import { NotInUse } from '../../../renderer/actions/NotInUse';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keepFocusSoon } from '../../../renderer/components/keep-focus';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { useFirstRules } from '../../../renderer/components/rules/FirstRules';
import { OfferedRules } from '../../../renderer/components/rules/OfferedRules';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useWork } from '../../../renderer/stores/activity';
import { useDatasets } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { Exported } from './Exported';
import { TuningChoice } from './TuningChoice';
import { useExport } from './use-export';
import type { ExportTuning } from './use-export-tuning';
import { VerifiedLine } from './VerifiedLine';
import classes from './Export.module.css';

/** What will be in the file, beside the choice of its format and place; then the result of the export. */
export function ExportPanel({
  run,
  format,
  onFormat,
  raw,
  onRaw,
  rules,
  leftOut,
  onLeaveOut,
  tuning,
  preview,
}: {
  run: Run;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  raw: boolean;
  onRaw: (raw: boolean) => void;
  rules: RulesOfScreen;
  leftOut: boolean;
  onLeaveOut: (leftOut: boolean) => void;
  tuning: ExportTuning;
  /** Its first lines. */
  preview?: ReactNode;
}): ReactNode {
  const t = useTexts();
  const dataset = useDatasets().data?.find(({ fingerprint }) => fingerprint === run.dataset.fingerprint);
  const [originals, setOriginals] = useState(false);
  const nameApart = useNameApart();
  const { on, blocked: notAgreed } = useOnCluster(run.dataset);
  const undecided = useUndecided(run);
  const blocked = undecided ?? notAgreed;
  const listing = useWork('lists', run.runId);
  const write = useExport(run);
  const exporting = useMutation({
    mutationFn: async (choice: { rules?: RulesChoice }) => {
      const record = await write({ format, raw, originals, tuning: tuning.applied, ...choice });
      if (record !== null) onLeaveOut(false);
      return record;
    },
    // The disabled button could not take the focus back from the dialog.
    onSettled: keepFocusSoon,
  });
  const label = t('exporting.go');
  const first = useFirstRules(rules, 'exporting');
  const begin = (): void =>
    leftOut ? exporting.mutate(rules.choice) : first.begin((choice) => exporting.mutate(choice));
  useMainAction({ label, run: begin, blocked });
  return (
    <div className={classes.columns}>
      <Section title={t('exporting.contents')}>
        <Stack gap="md">
          <Text>{t(`exporting.formatHelp.${format}`)}</Text>
          <KeyValue
            facts={[
              [
                t('exporting.run'),
                <Stack key="run" gap="2xs">
                  {nameApart(run)}
                  <NotInUse run={run} />
                </Stack>,
              ],
              [
                t('checks.approval'),
                <ApprovalLine
                  key="approval"
                  lists={{
                    runId: run.runId,
                    ...rules.choice,
                    ...(tuning.applied !== null && { tuning: tuning.applied }),
                  }}
                />,
              ],
              [t('runs.verify'), <VerifiedLine key="verified" run={run} />],
              [t('exporting.watched'), t(`exporting.watchedPolicy.${run.recipe['scoring.watched']}`)],
            ]}
          />
          {leftOut ? (
            <Text size="sm" fw={600}>
              {t('exporting.rulesLeftOut')}
            </Text>
          ) : (
            <RulesLine rules={rules} />
          )}
        </Stack>
      </Section>
      <div className={classes.chosen}>
        <Section title={t('exporting.format')}>
          <Stack gap="md" align="flex-start">
            <div>
              <SegmentedControl
                aria-label={t('exporting.format')}
                value={format}
                onChange={(value) => {
                  onFormat(value as ExportFormat);
                  exporting.reset();
                }}
                data={EXPORT_FORMATS.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))}
              />
            </div>
            {EXPORT_FORMAT_ROWS[format].guardsTexts && (
              <Switch
                label={t('exporting.raw')}
                description={t('exporting.rawHelp')}
                checked={raw}
                onChange={(event) => onRaw(event.currentTarget.checked)}
              />
            )}
            {dataset?.pseudonyms !== undefined && (
              <Switch
                label={t('pseudonyms.originals')}
                description={t('pseudonyms.originalsHelp')}
                checked={originals}
                onChange={(event) => setOriginals(event.currentTarget.checked)}
              />
            )}
            <TuningChoice run={run} of={tuning} />
            {rules.counting === null && <OfferedRules data={run.dataset.fingerprint} />}
            {rules.counting != null && (
              <Switch
                label={t('exporting.leaveRules')}
                description={t('exporting.leaveRulesHelp')}
                checked={leftOut}
                onChange={(event) => onLeaveOut(event.currentTarget.checked)}
              />
            )}
            <OnCluster dataset={run.dataset} />
            {on !== null && (
              <Text size="sm" c="dimmed">
                {t('clusters.listsThere')}
              </Text>
            )}
            {listing?.state.kind === 'running' && <WorkProgress work={listing} />}
            {listing?.state.kind === 'failed' && (
              <ErrorNotice title={t('clusters.failed')} error={listing.state.error} />
            )}
            <ReasonedButton
              reason={blocked}
              loading={exporting.isPending}
              leftSection={<IconFileExport size={16} aria-hidden />}
              data-tour="export"
              onClick={begin}
            >
              {label}
            </ReasonedButton>
            {exporting.error !== null && (
              <ErrorNotice title={t('exporting.failed')} error={exporting.error} onRetry={begin} />
            )}
            {first.dialog}
            {exporting.data && <Exported record={exporting.data} runId={run.runId} data={run.dataset.fingerprint} />}
          </Stack>
        </Section>
      </div>
      {preview}
    </div>
  );
}
