import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Step } from '../contract/steps';

/** From a step to the place where all of it is told. */
export function LookLink({ step, href }: { step: Step; href: string }): ReactNode {
  const t = useTexts();
  return (
    <Button
      component={Link}
      href={href}
      variant="subtle"
      size="compact-md"
      aria-label={t('week.lookAt', { step: t(`week.step.${step}`) })}
    >
      {t('week.look')}
    </Button>
  );
}
