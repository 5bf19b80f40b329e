/** The screens, by name, with their shortcuts. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { NUMBERED_SCREENS, type ScreenName, SCREENS, screenRow, screensFrom } from '../../shared/screens';
import { DRAWINGS } from './routes';
import classes from './Shell.module.css';

export function Rail(): ReactNode {
  return (
    <div className={classes.railInner}>
      {screensFrom('rail').map((screen) => (
        <RailLink key={screen} screen={screen} />
      ))}
      <div className={classes.spacer} />
      {screensFrom('foot').map((screen) => (
        <RailLink key={screen} screen={screen} />
      ))}
    </div>
  );
}

/** The first part of an address. */
const rootOf = (place: string): string => place.split('/')[1] ?? '';

function RailLink({ screen }: { screen: ScreenName }): ReactNode {
  const { t } = useTranslation();
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
      {digit > 0 && (
        <span className={classes.digit} aria-hidden>
          {digit}
        </span>
      )}
    </Link>
  );
}
