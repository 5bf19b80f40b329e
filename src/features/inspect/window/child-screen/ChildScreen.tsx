import { Modal } from '@mantine/core';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { closeChildScreen, useChildScreen } from '../../../../renderer/stores/child-screen';
import classes from './ChildScreen.module.css';

const Shelves = lazy(async () => ({ default: (await import('./Shelves')).Shelves }));

/** A list as the child sees it on the TV, over the whole window; V or Escape leads back, and so does a link to another screen. */
export function ChildScreen(): ReactNode {
  const t = useTexts();
  const [place] = useLocation();
  const open = useChildScreen((state) => state.open);
  // The browser's Back and the palette lead to a screen that lies under it.
  useEffect(() => closeChildScreen, [place]);
  return (
    <Modal
      fullScreen
      opened={open !== null}
      onClose={closeChildScreen}
      title={open === null ? '' : t('tv.title', { profile: open.profile })}
      closeButtonProps={{ 'aria-label': t('tv.close') }}
      classNames={{ content: classes.screen, header: classes.head, body: classes.body, title: classes.title }}
      onKeyDown={(event) => {
        if (event.code === 'KeyV') closeChildScreen();
      }}
    >
      {open !== null && (
        <Suspense>
          <Shelves key={`${open.runId} ${open.profile}`} shown={open} />
        </Suspense>
      )}
    </Modal>
  );
}
