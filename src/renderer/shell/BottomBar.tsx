import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type ScreenName, screenRow, screensFrom } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { useTexts } from '../locales/use-texts';
import { isLitAt } from './lit';
import { useWaitingCount } from './use-waiting-count';
import classes from './BottomBar.module.css';

/** The rail where there is no room for one: its screens at the bottom. Those of its foot are found by the palette. */
export function BottomBar(): ReactNode {
  return (
    <div className={classes.bar}>
      {screensFrom('rail').map((screen) => (
        <BarLink key={screen} screen={screen} />
      ))}
    </div>
  );
}

function BarLink({ screen }: { screen: ScreenName }): ReactNode {
  const t = useTexts();
  const [location] = useLocation();
  const waiting = useWaitingCount(screen);
  const Picture = DRAWINGS[screen].icon;
  return (
    <Link
      href={screenRow(screen).place}
      className={classes.item}
      aria-current={isLitAt(screen, location) ? 'page' : undefined}
      aria-description={waiting.description}
    >
      <Picture size={20} stroke={1.6} aria-hidden />
      {t(`shell.screen.${screen}`)}
      {waiting.mark}
    </Link>
  );
}
