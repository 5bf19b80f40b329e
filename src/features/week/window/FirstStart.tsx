import type { ReactNode } from 'react';
import { Screen } from '../../../renderer/components/Screen';
import { BackLink } from '../../../renderer/components/BackLink';
import { useTexts } from '../../../renderer/locales/use-texts';
import { OpenData } from '../../data-folder/window/public';

/** The ways to open data. @param properties.isHome whether there is none yet, so that there is no week to go back to */
export function FirstStart({ isHome }: { isHome: boolean }): ReactNode {
  const t = useTexts();
  return (
    <Screen title={t('welcome.title')} subtitle={t('welcome.lead')}>
      {!isHome && <BackLink to="/week">{t('week.backToWeek')}</BackLink>}
      <OpenData />
    </Screen>
  );
}
