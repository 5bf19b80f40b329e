/** The window: its look and language around the shell. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { useColorScheme, useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { useEffect, type ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useShell } from './connection/engine-context';
import { styleNonce } from './connection/style-nonce';
import { startTexts } from './locales/i18n';
import { Shell } from './shell/Shell';
import { usePreferences } from './stores/preferences';
import { theme, variables } from './theme/theme';
import { ScreenBoundary } from './shell/ScreenBoundary';

startTexts();

function useHighContrast(): void {
  const contrast = usePreferences((state) => state.contrast);
  const system = useMediaQuery('(prefers-contrast: more)') ?? false;
  const high = contrast === 'high' || (contrast === 'system' && system);
  useEffect(() => {
    document.documentElement.dataset['contrast'] = high ? 'high' : 'normal';
  }, [high]);
}

export function App(): ReactNode {
  const preferred = usePreferences((state) => state.theme);
  const language = usePreferences((state) => state.language);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const { desktop } = useShell();
  useHighContrast();
  useEffect(() => {
    desktop?.tellPreferences({ language, theme: preferred }).catch(() => undefined);
  }, [desktop, language, preferred]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      getStyleNonce={styleNonce}
      forceColorScheme={preferred === 'system' ? system : preferred}
    >
      <Notifications position="bottom-right" containerWidth={360} />
      {/* The address after # keeps the place over reloads, whatever serves the page. */}
      <Router hook={useHashLocation}>
        <ScreenBoundary>
          <Shell />
        </ScreenBoundary>
      </Router>
    </MantineProvider>
  );
}
