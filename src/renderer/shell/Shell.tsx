import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { PathDialog } from '../components/paths/PathDialog';
import { ConnectionNotice } from './ConnectionNotice';
import { Content } from './Content';
import { KeyDialog } from './KeyDialog';
import { NoticeBar } from './NoticeBar';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { RunWatchers } from './RunWatchers';
import { ScreenHelp } from './ScreenHelp';
import { ShortcutsOverlay } from './ShortcutsOverlay';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';
import { ActivityStrip, OVERLAYS, useJobs } from '../../features/window';
import { palette } from './palette-store';
import { useLoadAhead } from './use-load-ahead';
import { useOpenRequests } from './use-open-requests';
import { useShortcuts } from './use-shortcuts';
import { useOpenedData, useReplacedData, useShownRun } from './use-shown-run';
import { useWorkspaceNotices } from './use-workspace-notices';
import classes from './Shell.module.css';

/** The frame around the screens: what is shown, the rail, the content, what is at work; F6 moves between these landmarks. */
export function Shell(): ReactNode {
  const t = useTexts();
  const [showsKeys, keys] = useDisclosure(false);
  useShortcuts(palette.open);
  useOpenRequests();
  useWorkspaceNotices();
  useJobs();
  useOpenedData();
  useReplacedData();
  useShownRun();
  useLoadAhead();
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.top} data-region tabIndex={-1} aria-label={t('shell.topBar')}>
        <TopBar />
      </header>
      <nav className={classes.rail} data-region tabIndex={-1} aria-label={t('shell.screens')}>
        <Rail />
      </nav>
      <main id="content" className={classes.main} data-region tabIndex={-1} aria-label={t('shell.content')}>
        <ConnectionNotice />
        <Content />
        <NoticeBar />
      </main>
      <footer className={classes.strip} data-region tabIndex={-1} aria-label={t('shell.activity')}>
        <ActivityStrip />
      </footer>
      <Palette onShortcuts={keys.open} />
      <ScreenHelp onShortcuts={keys.open} />
      <ShortcutsOverlay opened={showsKeys} onClose={keys.close} />
      <RunWatchers />
      <PathDialog />
      <KeyDialog />
      {OVERLAYS.map(({ name, Overlay }) => (
        <Overlay key={name} />
      ))}
    </div>
  );
}
