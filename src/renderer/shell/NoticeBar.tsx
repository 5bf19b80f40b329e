/** What went wrong outside a screen, until it is closed. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../components/ErrorNotice';
import { closeNotice, useNotices } from '../stores/notices';
import classes from './Shell.module.css';

export function NoticeBar(): ReactNode {
  const { t } = useTranslation();
  const notices = useNotices((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className={classes.notices}>
      {notices.map(({ id, title, error }) => (
        <ErrorNotice key={id} title={title} error={error}>
          <Button size="compact-sm" variant="default" onClick={() => closeNotice(id)}>
            {t('common.close')}
          </Button>
        </ErrorNotice>
      ))}
    </div>
  );
}
