import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type ScreenName, screenAt, screenRow } from '../../features/screens';
import { useTexts } from '../locales/use-texts';
import classes from './BesideLinks.module.css';

/** Links between the screens of one place, such as Settings and Device. */
export function BesideLinks({ screens }: { screens: readonly ScreenName[] }): ReactNode {
  const t = useTexts();
  const [place] = useLocation();
  const here = screenAt(place);
  return (
    <nav className={classes.links} aria-label={t('shell.beside', { screen: t(`shell.screen.${screens[0]!}`) })}>
      {screens.map((screen) => (
        <Link
          key={screen}
          href={screenRow(screen).place}
          className={classes.link}
          aria-current={screen === here ? 'page' : undefined}
        >
          {t(`shell.screen.${screen}`)}
        </Link>
      ))}
    </nav>
  );
}
