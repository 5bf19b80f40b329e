import { Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link, useLocation } from 'wouter';
import { NUMBERED_SCREENS, type ScreenName, screenRow, screensFrom } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { BottomBar } from './BottomBar';
import { isLitAt } from './lit';
import { palette } from './palette-store';
import { useMissing } from './use-missing';
import { useHeldControl } from './use-held-control';
import { useNarrow } from '../components/use-narrow';
import { useWaitingCount } from './use-waiting-count';
import classes from './Shell.module.css';

/** The list of screens: at the left, or at the bottom of a phone and of a window at 400 %. */
export function Rail(): ReactNode {
  const isNarrow = useNarrow();
  return isNarrow ? <BottomBar /> : <WholeRail />;
}

/** Shows shortcuts only while Ctrl or Command is held, so that the digits do not look like counts. */
function WholeRail(): ReactNode {
  const t = useTexts();
  const showsKeys = useHeldControl();
  return (
    <div className={classes.railInner}>
      {screensFrom('rail').map((screen) => (
        <RailLink key={screen} screen={screen} showsKeys={showsKeys} />
      ))}
      <div className={classes.spacer} />
      <button type="button" className={classes.link} onClick={() => palette.open()} aria-keyshortcuts="Control+K">
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={classes.linkLabel}>{t('shell.search')}</span>
        <Kbd size="xs" className={classes.digit} aria-hidden>
          Ctrl K
        </Kbd>
      </button>
      {screensFrom('foot').map((screen) => (
        <RailLink key={screen} screen={screen} showsKeys={showsKeys} />
      ))}
    </div>
  );
}

function RailLink({ screen, showsKeys }: { screen: ScreenName; showsKeys: boolean }): ReactNode {
  const t = useTexts();
  const [location] = useLocation();
  const { place } = screenRow(screen);
  const Picture = DRAWINGS[screen].icon;
  const digit = NUMBERED_SCREENS.indexOf(screen) + 1;
  const missing = useMissing(screen);
  const waiting = useWaitingCount(screen);
  return (
    <Link
      href={place}
      className={classes.link}
      data-waits={missing !== null || undefined}
      aria-current={isLitAt(screen, location) ? 'page' : undefined}
      aria-keyshortcuts={digit > 0 ? `Control+${digit}` : undefined}
      aria-description={missing ?? waiting.description}
      title={missing === null ? t(`shell.screen.${screen}`) : `${t(`shell.screen.${screen}`)}: ${missing}`}
    >
      <Picture size={18} stroke={1.6} aria-hidden />
      <span className={classes.linkLabel}>{t(`shell.screen.${screen}`)}</span>
      {missing !== null && !showsKeys && (
        <span className={classes.waits} aria-hidden>
          {missing}
        </span>
      )}
      {!showsKeys && waiting.mark}
      {showsKeys && digit > 0 && (
        <Kbd size="xs" className={classes.digit} aria-hidden>
          {digit}
        </Kbd>
      )}
    </Link>
  );
}
