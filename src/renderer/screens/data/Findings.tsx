/** What deserves a look among the accepted rows, warnings first. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, Finding } from '../../../shared/contract';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { en } from '../../locales/en';

type KnownCode = keyof typeof en.data.finding;
const isKnown = (code: string): code is KnownCode => Object.hasOwn(en.data.finding, code);

export function Findings({ dataset }: { dataset: Dataset }): ReactNode {
  const { t } = useTranslation();
  const { findings } = dataset;
  const attributes = [...dataset.profileAttributes, ...dataset.itemAttributes].map(({ name }) => name);
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
            <FindingLine
              key={`${finding.code} ${finding.file ?? ''} ${finding.message}`}
              finding={finding}
              attributes={attributes}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
}

/** The attribute that a finding is about; the engine names it in its sentence only. */
const attributeIn = (message: string, attributes: readonly string[]): string =>
  attributes.find((name) => message.split(/[\s;,.]/).includes(name)) ?? '';

function FindingLine({ finding, attributes }: { finding: Finding; attributes: readonly string[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { severity, code, file, rows, message, examples } = finding;
  const warning = severity === 'warning';
  const Picture = warning ? IconAlertTriangle : IconInfoCircle;
  // English is what the engine speaks, and it knows more.
  const translated = i18n.language !== 'en' && isKnown(code);
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
        <Text size="sm">
          {translated
            ? t(`data.finding.${code}`, { file: file ?? '', attribute: attributeIn(message, attributes) })
            : message}
        </Text>
        {examplesText !== null && (
          <Text size="xs" c="dimmed">
            {examplesText}
          </Text>
        )}
      </div>
      {translated && rows > 0 && (
        <Badge variant="default" radius="sm" style={{ textTransform: 'none', fontWeight: 500, flexShrink: 0 }}>
          {format.count(rows)}
        </Badge>
      )}
    </Group>
  );
}
