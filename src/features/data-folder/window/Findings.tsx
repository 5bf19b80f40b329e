import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset, Finding } from '../../../shared/contract/dataset';
import { withAttributesNamed } from '../../../shared/labels/attributes-named';
import { Details } from '../../../renderer/components/Details';
import { Section } from '../../../renderer/components/Section';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { ReasonCounts } from './ReasonCounts';
import { ROWS_PART } from './RowIssues';
import classes from './Data.module.css';

/** What is wrong: how many rows were rejected, and what deserves a look among the accepted ones. Notes stand behind a word. */
export function Findings({
  dataset,
  onShowRejected,
}: {
  dataset: Dataset;
  /** Has the rejected rows shown among all that an import changed. */
  onShowRejected: () => void;
}): ReactNode {
  const t = useTexts();
  const of = (severity: Finding['severity']): Finding[] =>
    dataset.findings.filter((finding) => finding.severity === severity);
  const [warnings, notes] = [of('warning'), of('information')];
  const rejected = dataset.files.reduce((total, file) => total + file.rejected, 0);
  const isClean = rejected + warnings.length === 0;
  const Picture = isClean ? IconCircleCheck : IconAlertTriangle;
  return (
    <Section
      title={
        <span className={classes.verdict} data-clean={isClean || undefined}>
          <Picture size={22} aria-hidden />
          {isClean ? t('data.verdictClean') : t('data.verdict', { rejected, warnings: warnings.length })}
        </span>
      }
    >
      <Stack gap="sm">
        {rejected > 0 && (
          <div>
            <ReasonCounts dataset={dataset} of={['rejected']} />
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                onShowRejected();
                showRows();
              }}
            >
              {t('data.showRejected')}
            </Anchor>
          </div>
        )}
        {warnings.map((finding) => (
          <FindingLine key={keyOf(finding)} finding={finding} />
        ))}
        {notes.length > 0 && (
          <Details title={t('data.notes', { count: notes.length })}>
            <Stack gap="sm">
              {notes.map((finding) => (
                <FindingLine key={keyOf(finding)} finding={finding} />
              ))}
            </Stack>
          </Details>
        )}
      </Stack>
    </Section>
  );
}

function showRows(): void {
  const rows = document.querySelector<HTMLElement>(`#${ROWS_PART}`);
  rows?.scrollIntoView({ block: 'start' });
  rows?.focus({ preventScroll: true });
}

const keyOf = ({ code, file, message }: Finding): string => `${code} ${file ?? ''} ${message}`;

function FindingLine({ finding }: { finding: Finding }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const labels = useLabels();
  const { severity, examples } = finding;
  const warning = severity === 'warning';
  const Picture = warning ? IconAlertTriangle : IconInfoCircle;
  const examplesText = examples.length === 0 ? null : t('data.examples', { examples: examples.join(', ') });
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Picture
        size={18}
        color={`var(--${warning ? 'shelfwise-warning' : 'mantine-color-anchor'})`}
        style={{ flexShrink: 0, marginTop: 1 }}
        role="img"
        aria-label={t(`data.${severity}`)}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">{engineText(withAttributesNamed(finding, labels))}</Text>
        {examplesText !== null && (
          <Text size="xs" c="dimmed">
            {examplesText}
          </Text>
        )}
      </div>
    </Group>
  );
}
