import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { lastPart } from '../../../renderer/actions/use-opening';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useShell } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useMainAction } from '../../../renderer/stores/main-action';
import type { Run } from '../../../shared/contract/run-life';
import type { RulesChoice } from '../../../shared/contract/rules';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/values/export-formats';
import { useExport } from '../../export/window/public';
import type { StepState } from '../contract/steps';
import type { Week } from '../contract/week';
import { LookLink } from './LookLink';
import { StepRow } from './StepRow';

/** The file with the approved lists: written by one press, in the format of the last one. */
export function SentStep({
  week: { sent },
  run,
  rules,
  format: usual,
  state,
}: {
  week: Week;
  /** Null without lists. */
  run: Run | null;
  rules: { readonly rules?: RulesChoice };
  /** The format of the last export. */
  format: ExportFormat;
  state: StepState;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (sent !== null)
    return (
      <StepRow
        step="sent"
        state={state}
        number={sent.profiles}
        text={t('week.file', { file: lastPart(sent.path), moment: format.moment(sent.at) })}
        note={run !== null && <Papers runId={run.runId} />}
        action={
          <Group gap="2xs" wrap="nowrap">
            <ShowInFolder path={sent.path} />
            <LookLink step="sent" href="/export" />
          </Group>
        }
      />
    );
  return (
    <StepRow step="sent" state={state} number={null} text={t(state === 'now' ? 'week.notSent' : 'week.sentLater')}>
      {run !== null && state === 'now' && <Send run={run} rules={rules} usual={usual} />}
    </StepRow>
  );
}

function Send({
  run,
  rules,
  usual,
}: {
  run: Run;
  rules: { readonly rules?: RulesChoice };
  usual: ExportFormat;
}): ReactNode {
  const t = useTexts();
  const [format, setFormat] = useState(usual);
  const write = useExport(run);
  const sending = useMutation({ mutationFn: () => write({ format, ...rules }) });
  const label = t('week.send');
  useMainAction({ label, run: () => sending.mutate(), blocked: null });
  return (
    <Stack gap="sm" align="flex-start">
      <SegmentedControl
        aria-label={t('exporting.format')}
        value={format}
        onChange={(value) => setFormat(value as ExportFormat)}
        data={EXPORT_FORMATS.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))}
      />
      <Group gap="md">
        <Button
          size="md"
          leftSection={<IconFileExport size={16} aria-hidden />}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {label}
        </Button>
        <Anchor component={Link} href="/export" size="sm">
          {t('week.sendOtherwise')}
        </Anchor>
      </Group>
      {sending.error !== null && (
        <ErrorNotice title={t('week.sendFailed')} error={sending.error} onRetry={() => sending.mutate()} />
      )}
      <Text size="xs" c="dimmed">
        {t('week.sendChecks')}
      </Text>
      <Papers runId={run.runId} />
    </Stack>
  );
}

/** What goes along with a file: the proof of its lists, and the report that somebody signs. */
function Papers({ runId }: { runId: string }): ReactNode {
  const t = useTexts();
  const place = `/runs/${encodeURIComponent(runId)}`;
  return (
    <Group gap="md">
      <Anchor component={Link} href={place} size="sm">
        {t('week.prove')}
      </Anchor>
      <Anchor component={Link} href={`${place}/report`} size="sm">
        {t('week.report')}
      </Anchor>
    </Group>
  );
}

function ShowInFolder({ path }: { path: string }): ReactNode {
  const t = useTexts();
  const { desktop } = useShell();
  if (desktop === null) return null;
  return (
    <Button variant="subtle" size="compact-md" onClick={() => void desktop.showInFolder({ path })}>
      {t('common.showInFolder')}
    </Button>
  );
}
