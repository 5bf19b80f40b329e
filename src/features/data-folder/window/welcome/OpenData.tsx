import { Alert, Button, Code, Group, SimpleGrid, Stack, Text, ThemeIcon, Title, UnstyledButton } from '@mantine/core';
import { IconFileZip, IconFlask, IconFolderOpen, IconShieldCheck, IconSpy, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { LongShelf } from '../../../../renderer/components/drawings/LongShelf';
import { Section } from '../../../../renderer/components/Section';
import { useShell } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { useOpenings } from '../../../../renderer/actions/use-opening';
import { useDatasets } from '../../../../renderer/stores/engine-data';
import { useMainAction } from '../../../../renderer/stores/main-action';
import type { TourStep } from '../../../../renderer/stores/preferences';
import { openDataset } from '../../../../renderer/stores/selection';
import { UnreadableDatasets } from '../UnreadableDatasets';
import { RecentFolders } from './RecentFolders';
import classes from './Welcome.module.css';

/** Ways to open data, and what was opened before. */
export function OpenData(): ReactNode {
  const t = useTexts();
  const { openFolder, openSample, openBundle } = useOpenings();
  const label = t('welcome.open');
  useMainAction({ label, run: () => void openFolder(), blocked: null });
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        <Way icon={IconFolderOpen} title={label} help={t('welcome.openHelp')} onClick={openFolder} primary />
        <Way
          icon={IconFlask}
          title={t('welcome.sample')}
          help={t('welcome.sampleHelp')}
          onClick={openSample}
          tour="open"
        />
        <Way icon={IconFileZip} title={t('welcome.bundle')} help={t('welcome.bundleHelp')} onClick={openBundle} />
      </SimpleGrid>
      <UnreadableDatasets />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Section title={t('welcome.recent')}>
          <RecentFolders />
        </Section>
        <Section title={t('welcome.imported')}>
          <ImportedDatasets />
        </Section>
      </SimpleGrid>
      <Privacy />
      <LongShelf />
    </>
  );
}

function Way({
  icon: Picture,
  title,
  help,
  onClick,
  primary = false,
  tour,
}: {
  icon: Icon;
  title: string;
  help: string;
  onClick: () => Promise<void>;
  primary?: boolean;
  /** The tour step that points at this part. */
  tour?: TourStep;
}): ReactNode {
  return (
    <UnstyledButton
      className={classes.way}
      data-primary={primary || undefined}
      data-tour={tour}
      onClick={() => void onClick()}
    >
      <ThemeIcon size={36} variant="light" className={classes.picture} aria-hidden>
        <Picture size={20} stroke={1.6} />
      </ThemeIcon>
      <div>
        <Title order={2}>{title}</Title>
        <Text size="sm" mt="3xs" className={classes.help}>
          {help}
        </Text>
      </div>
    </UnstyledButton>
  );
}

function ImportedDatasets(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const { data: datasets = [] } = useDatasets();
  if (datasets.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('common.none')}
      </Text>
    );
  return (
    <Stack gap={0}>
      {datasets.map((dataset) => (
        <UnstyledButton
          key={dataset.fingerprint}
          className={classes.row}
          onClick={() => {
            openDataset(dataset.fingerprint);
            go('/week');
          }}
        >
          <Text size="sm" fw={600}>
            {dataset.name}
          </Text>
          <Text size="xs" c="dimmed">
            {t('common.profiles', { count: dataset.profiles })} · {t('common.titles', { count: dataset.items })} ·{' '}
            {format.moment(dataset.importedAt)}
          </Text>
        </UnstyledButton>
      ))}
    </Stack>
  );
}

function Privacy(): ReactNode {
  const t = useTexts();
  const shell = useShell();
  const { openWithPseudonyms } = useOpenings();
  const { data: host } = useQuery({ queryKey: ['shell', 'describe'], queryFn: () => shell.host.describe() });
  return (
    <Stack gap="xs">
      <Alert
        variant="light"
        icon={<IconShieldCheck aria-hidden />}
        title={t('welcome.private')}
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
      >
        <Group gap="xs">
          <Text size="sm" c="var(--mantine-color-text)">
            {t('welcome.privateBody')}
          </Text>
          {host !== undefined && <Code>{host.workspace}</Code>}
        </Group>
        <Group gap="xs" mt="xs">
          <Text size="sm" c="var(--mantine-color-text)">
            {t('pseudonyms.offer')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconSpy size={15} aria-hidden />}
            onClick={() => void openWithPseudonyms()}
          >
            {t('pseudonyms.open')}
          </Button>
        </Group>
      </Alert>
      {shell.desktop !== null && (
        <Text size="xs" c="dimmed">
          {t('welcome.dropHint')}
        </Text>
      )}
    </Stack>
  );
}
