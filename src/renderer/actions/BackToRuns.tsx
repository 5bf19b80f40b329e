import type { ReactNode } from 'react';
import { BackLink } from '../components/BackLink';
import { useTexts } from '../locales/use-texts';

/** A link to the list of runs, below the title of a screen about some of them. */
export function BackToRuns(): ReactNode {
  const t = useTexts();
  return <BackLink to="/runs">{t('runs.back')}</BackLink>;
}
