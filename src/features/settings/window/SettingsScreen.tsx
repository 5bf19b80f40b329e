import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import {
  CONTRASTS,
  LANGUAGES,
  MOTIONS,
  setContrast,
  setDensity,
  setLanguage,
  setMotion,
  setTheme,
  THEMES,
  usePreferences,
} from '../../../renderer/stores/preferences';
import { DENSITIES } from '../../../shared/look/scale';
import { TrashSection } from '../../trash/window/public';
import { UpdatesSection } from './UpdatesSection';
import { WorkspaceSection } from './WorkspaceSection';

/** The user's choices for the window, and the location of the workspace. */
export function SettingsScreen(): ReactNode {
  const t = useTexts();
  const { language, theme, contrast, density, motion } = usePreferences();
  return (
    <Screen title={t('shell.screen.settings')} subtitle={t('settings.lead')} beside={['settings', 'device']}>
      <Section title={t('settings.look')} description={t('settings.lookHelp')}>
        <Stack gap="md" mt="xs">
          <Choice
            label={t('settings.language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
            onChange={(chosen) => void setLanguage(chosen)}
          />
          <Choice
            label={t('settings.theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            onChange={setTheme}
          />
          <Choice
            label={t('settings.contrast')}
            help={t('settings.contrastHelp')}
            value={contrast}
            options={CONTRASTS.map((value) => ({ value, label: t(`settings.contrasts.${value}`) }))}
            onChange={setContrast}
          />
          <Choice
            label={t('settings.density')}
            help={t('settings.densityHelp')}
            value={density}
            options={DENSITIES.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
            onChange={setDensity}
          />
          <Choice
            label={t('settings.motion')}
            help={t('settings.motionHelp')}
            value={motion}
            options={MOTIONS.map((value) => ({ value, label: t(`settings.motions.${value}`) }))}
            onChange={setMotion}
          />
        </Stack>
      </Section>
      <WorkspaceSection />
      <UpdatesSection />
      <TrashSection />
    </Screen>
  );
}

function Choice<Value extends string>({
  label,
  help,
  value,
  options,
  onChange,
}: {
  label: string;
  help?: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}): ReactNode {
  return (
    <Group gap="2xs" align="flex-start" style={{ columnGap: 'var(--mantine-spacing-sm)' }}>
      <Text size="sm" fw={600} w={152} mt="xs" style={{ flexShrink: 0 }}>
        {label}
      </Text>
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        <SegmentedControl
          aria-label={label}
          value={value}
          data={options}
          onChange={(chosen) => onChange(chosen as Value)}
        />
        {help !== undefined && (
          <Text size="xs" c="dimmed" mt="2xs">
            {help}
          </Text>
        )}
      </div>
    </Group>
  );
}
