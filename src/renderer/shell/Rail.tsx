import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link, useLocation } from 'wouter';
import { NUMBERED_SCREENS, type ScreenName, SCREENS, screenRow, screensFrom } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { useHeldControl } from './use-held-control';
import classes from './Shell.module.css';

/**
 * The list of screens at the left. Shows shortcuts only while Ctrl or Command is held, so that the digits do not look
 * like counts.
 */
export function Rail(): ReactNode {
  const showsKeys = useHeldControl();
  return (
    <div className={classes.railInner}>
      {screensFrom('rail').map((screen) => (
        <RailLink key={screen} screen={screen} showsKeys={showsKeys} />
      ))}
      <div className={classes.spacer} />
      {screensFrom('foot').map((screen) => (
        <RailLink key={screen} screen={screen} showsKeys={showsKeys} />
      ))}
    </div>
  );
}

/** First part of an address. */
const rootOf = (place: string): string => place.split('/')[1] ?? '';

function RailLink({ screen, showsKeys }: { screen: ScreenName; showsKeys: boolean }): ReactNode {
  const t = useTexts();
  const [location] = useLocation();
  const { place } = screenRow(screen);
  const Picture = DRAWINGS[screen].icon;
  const lightingUp = [screen, ...SCREENS.filter((other) => screenRow(other).under === screen)];
  const isCurrent = lightingUp.some((other) => rootOf(screenRow(other).path) === rootOf(location));
  const digit = NUMBERED_SCREENS.indexOf(screen) + 1;
  return (
    <Link
      href={place}
      className={classes.link}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={digit > 0 ? `Control+${digit}` : undefined}
      title={t(`shell.screen.${screen}`)}
    >
      <Picture size={18} stroke={1.6} aria-hidden />
      <span className={classes.linkLabel}>{t(`shell.screen.${screen}`)}</span>
      {showsKeys && digit > 0 && (
        <Kbd size="xs" className={classes.digit} aria-hidden>
          {digit}
        </Kbd>
      )}
    </Link>
  );
}
