import { Skeleton, Stack } from '@mantine/core';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { MOVED_SCREENS } from '../../features/screens';
import { ROUTES } from '../../features/window';
import { ScreenBoundary } from './ScreenBoundary';
import { EmptyState } from '../components/EmptyState';
import { stayInScreen } from '../components/keep-focus';
import { useScrollOf } from '../components/scroll-of-place';
import { useFocusOfPlace } from '../components/way-back';
import { usePreferences } from '../stores/preferences';
import classes from './Shell.module.css';

/** The open screen, scrolled to where it was left. */
export function Content(): ReactNode {
  const [place] = useLocation();
  const box = useRef<HTMLDivElement>(null);
  useScrollOf(box, place);
  useFocusOfPlace(place);
  const language = usePreferences((state) => state.language);
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current !== language) stayInScreen();
    spoken.current = language;
  }, [language]);
  return (
    <div ref={box} className={classes.content}>
      <ScreenBoundary key={place.split('/')[1]}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            {MOVED_SCREENS.map(({ was, placeOf }) => (
              <Route key={was} path={was}>
                {(parameters) => <Redirect to={placeOf(parameters)} replace />}
              </Route>
            ))}
            {ROUTES.map(({ path, screen }) => (
              <Route key={path} path={path} component={screen} />
            ))}
            <Route path="/">
              <Redirect to="/week" replace />
            </Route>
            <Route>
              <Missing path={place} />
            </Route>
          </Switch>
        </Suspense>
      </ScreenBoundary>
    </div>
  );
}

function Missing({ path }: { path: string }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  return (
    <EmptyState
      alone
      scene="gone"
      title={t('shell.missing.title')}
      body={t('shell.missing.body', { path })}
      action={{ label: t('shell.missing.home'), onClick: () => go('/week') }}
    />
  );
}

function Waiting(): ReactNode {
  return (
    <Stack p="lg" gap="sm">
      <Skeleton height={28} width={220} />
      <Skeleton height={120} />
    </Stack>
  );
}
