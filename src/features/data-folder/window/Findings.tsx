import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset, Finding } from '../../../shared/contract/dataset';
import { withAttributesNamed } from '../../../shared/labels/attributes-named';
import { Section } from '../../../renderer/components/Section';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngineText } from '../../../renderer/locales/engine-text';

/** What deserves a look among the accepted rows, warnings first. */
export function Findings({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { findings } = dataset;
  const ordered = [
    ...findings.filter(({ severity }) => severity === 'warning'),
    ...findings.filter(({ severity }) => severity === 'information'),
  ];
  return (
    <Section title={t('data.findings')}>
      {ordered.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('data.noFindings')}
        </Text>
      ) : (
        <Stack gap="sm">
          {ordered.map((finding) => (
            <FindingLine key={`${finding.code} ${finding.file ?? ''} ${finding.message}`} finding={finding} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

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
        color={`var(--shelfwise-${warning ? 'warning' : 'running'})`}
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
