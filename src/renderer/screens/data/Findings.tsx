/** What deserves a look among the accepted rows, warnings first. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/contract';
import { Section } from '../../components/Section';
import { en } from '../../locales/en';

type KnownCode = keyof typeof en.data.finding;
const isKnown = (code: string): code is KnownCode => Object.hasOwn(en.data.finding, code);

/** Codes whose sentence from the engine names an attribute that ours cannot. */
const NAMES_ATTRIBUTE: readonly string[] = ['empty-attribute', 'code-out-of-range'];

export function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { t } = useTranslation();
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
  const { t, i18n } = useTranslation();
  const { severity, code, file, rows, message, examples } = finding;
  const warning = severity === 'warning';
  const Picture = warning ? IconAlertTriangle : IconInfoCircle;
  // English is what the engine speaks, and it knows more.
  const translated = i18n.language !== 'en' && isKnown(code);
  const notes = [
    translated && NAMES_ATTRIBUTE.includes(code) ? message : null,
    examples.length === 0 ? null : t('data.examples', { examples: examples.join(', ') }),
  ].filter((note) => note !== null);
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
        <Text size="sm">{translated ? t(`data.finding.${code}`, { file: file ?? '' }) : message}</Text>
        {notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </div>
      {rows > 0 && (
        <Badge variant="default" radius="sm" style={{ textTransform: 'none', fontWeight: 500, flexShrink: 0 }}>
          {t('common.rows', { count: rows })}
        </Badge>
      )}
    </Group>
  );
}
