import { Anchor, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link, useLocation } from 'wouter';
import { type ScreenName, screenAt, screenRow } from '../../features/screens';
import { KeyTable } from '../components/KeyTable';
import { keysOf, shortcutsOn } from '../components/shortcuts';
import { TermList } from '../components/TermList';
import { useMainActionStore } from '../stores/main-action';
import { closeScreenHelp, useScreenHelp } from '../stores/screen-help';

/** The help drawer of the open screen. */
export function ScreenHelp({ onShortcuts }: { onShortcuts: () => void }): ReactNode {
  const t = useTexts();
  const isOpen = useScreenHelp((state) => state.isOpen);
  const [place] = useLocation();
  const screen = screenAt(place) ?? 'week';
  return (
    <Drawer.Root opened={isOpen} onClose={closeScreenHelp} position="right" size={400}>
      {/* Keeps the explained screen visible. */}
      <Drawer.Overlay backgroundOpacity={0.15} />
      <Drawer.Content>
        <Drawer.Body pt="sm">
          {/* Mantine's own header would be a second banner landmark. */}
          <Group justify="space-between" mb="xs">
            <Drawer.Title>{t('help.ofScreen')}</Drawer.Title>
            <Drawer.CloseButton aria-label={t('common.close')} />
          </Group>
          <HelpOn screen={screen} onShortcuts={onShortcuts} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Help on one screen: its purpose, its keys, its terms, and a link to the guide. */
export function HelpOn({ screen, onShortcuts }: { screen: ScreenName; onShortcuts: () => void }): ReactNode {
  const t = useTexts();
  const { guide, terms } = screenRow(screen).help;
  const mainAction = useMainActionStore(({ action }) => action);
  const keys = shortcutsOn(screen).map((one) => [one.keys, t(`shell.shortcuts.${one.what}`)] as const);
  return (
    <Stack gap="md">
      <div>
        <Title order={3}>{t(`shell.screen.${screen}`)}</Title>
        <Text size="sm">{t(`help.purposes.${screen}`)}</Text>
      </div>
      <div>
        <Title order={4} size="sm" mb="3xs">
          {t('help.readOn')}
        </Title>
        <Anchor component={Link} href={`/help/${guide}`} size="sm" onClick={closeScreenHelp}>
          {t(`help.pages.${guide}`)}
        </Anchor>
      </div>
      <div>
        <Title order={4} size="sm" mb="3xs">
          {t('help.keys')}
        </Title>
        <KeyTable rows={mainAction === null ? keys : [...keys, [keysOf('mainAction'), mainAction.label]]} />
        <Button
          size="compact-sm"
          variant="default"
          mt="2xs"
          onClick={() => {
            closeScreenHelp();
            onShortcuts();
          }}
        >
          {t('help.allKeys')}
        </Button>
      </div>
      <div>
        <Title order={4} size="sm" mb="2xs">
          {t('help.words')}
        </Title>
        <TermList terms={terms} />
        <Anchor component={Link} href="/help/glossary" size="sm" onClick={closeScreenHelp}>
          {t('help.glossary')}
        </Anchor>
      </div>
    </Stack>
  );
}
