import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'wanted-sans/fonts/webfonts/variable/complete/WantedSansVariable.css';
import './theme/global.css';
import { MantineProvider, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { useColorScheme, useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { useEffect, useMemo, type ReactNode } from 'react';
import { Router } from 'wouter';
import { usePlace } from './components/place';
import { useShell } from './connection/engine-context';
import { styleNonce } from './connection/style-nonce';
import { Shell } from './shell/Shell';
import { usePreferences } from './stores/preferences';
import { MOTION } from '../shared/look/scale';
import { themeOf, variablesOf } from './theme/theme';
import { ScreenBoundary } from './shell/ScreenBoundary';

/** The look from preferences and system. The page's root element carries it too, for global.css and tests. */
function useLook(): { theme: MantineThemeOverride; variables: CSSVariablesResolver } {
  const { contrast: wanted, density, motion: moves } = usePreferences();
  const wantsContrast = useMediaQuery('(prefers-contrast: more)') ?? false;
  const wantsStillness = useReducedMotion();
  const contrast = wanted === 'high' || (wanted === 'system' && wantsContrast) ? 'high' : 'normal';
  const motion = moves === 'system' && !wantsStillness;
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { contrast, density, motion: motion ? 'on' : 'off' });
  }, [contrast, density, motion]);
  return {
    theme: useMemo(() => themeOf({ density, motion }), [density, motion]),
    variables: useMemo(() => variablesOf({ density, contrast }), [density, contrast]),
  };
}

/** The window: its look and language around the shell. */
export function App(): ReactNode {
  const preferred = usePreferences((state) => state.theme);
  const language = usePreferences((state) => state.language);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const { desktop } = useShell();
  const { theme, variables } = useLook();
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
      <Notifications position="bottom-right" containerWidth={360} transitionDuration={MOTION.move} />
      {/* The address after # survives reloads, whatever serves the page. */}
      <Router hook={usePlace}>
        <ScreenBoundary>
          <Shell />
        </ScreenBoundary>
      </Router>
    </MantineProvider>
  );
}
