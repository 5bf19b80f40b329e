import { Button, Modal } from '@mantine/core';
import { useFocusReturn } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useNarrow } from './use-narrow';
import frame from './frame.module.css';
import classes from './SidePane.module.css';

/** What stands before a list and narrows it. A narrow window has it as a page over the list, with two ways back. */
export function SidePane({
  label,
  className,
  opened,
  onClose,
  back,
  tabIndex,
  children,
}: {
  label: string;
  /** Of the pane beside the list. */
  className: string | undefined;
  opened: boolean;
  onClose: () => void;
  /** What the button at the foot of the page says. */
  back: string;
  /** A stop of Tab scrolls a pane with little to press. */
  tabIndex?: 0;
  children: ReactNode;
}): ReactNode {
  const t = useTexts();
  const isPage = useNarrow();
  // Not left to the dialog, which in a stack gives it back to nothing.
  useFocusReturn({ opened: opened && isPage });
  if (!isPage)
    return (
      opened && (
        <aside className={`${frame.before} ${className}`} aria-label={label} tabIndex={tabIndex}>
          {children}
        </aside>
      )
    );
  return (
    // Of dialogs that it opens, Escape closes the last one.
    <Modal.Stack>
      <Modal
        stackId="page"
        fullScreen
        opened={opened}
        onClose={onClose}
        title={label}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ content: classes.page, body: classes.body }}
      >
        {children}
        <div className={classes.foot}>
          <Button fullWidth onClick={onClose}>
            {back}
          </Button>
        </div>
      </Modal>
    </Modal.Stack>
  );
}
