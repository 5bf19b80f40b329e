import { Alert, Loader, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useEngine, useShell } from '../connection/engine-context';
import classes from './Shell.module.css';

/** Says that the engine is unreachable and nothing is lost, or that the page's address is not valid. */
export function ConnectionNotice(): ReactNode {
  const t = useTexts();
  const { state } = useEngine();
  const shell = useShell();
  if (state.kind === 'connected') return null;
  if (state.kind === 'connecting') return <Connecting />;
  const lost = state.kind === 'lost';
  return (
    <div className={classes.notices}>
      <Alert
        role="alert"
        variant="light"
        color="brick"
        icon={lost ? <Loader size={18} aria-hidden /> : <IconPlugConnectedX aria-hidden />}
        title={t(
          lost ? 'common.errors.lost' : state.because === 'used' ? 'shell.connection.used' : 'shell.connection.failed',
        )}
        styles={{ title: { color: `var(--shelfwise-${lost ? 'warning' : 'problem'})` } }}
      >
        {t(
          lost
            ? shell.desktop !== null
              ? 'shell.connection.lost'
              : 'shell.connection.lostPage'
            : state.because === 'used'
              ? 'shell.connection.usedAdvice'
              : 'shell.connection.failedAdvice',
        )}
      </Alert>
    </div>
  );
}

/** Connecting is mostly instant; shows text only after this many milliseconds. */
const PATIENCE = 1500;

function Connecting(): ReactNode {
  const t = useTexts();
  const [isLong, setLong] = useState(false);
  useTimeout(() => setLong(true), PATIENCE, { autoInvoke: true });
  return (
    <div className={classes.notices} role="status">
      {isLong && <Text size="sm">{t('shell.connection.connecting')}</Text>}
    </div>
  );
}
