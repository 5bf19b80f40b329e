import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Work } from '../../../renderer/stores/activity';

/** The next week on its way in, or why it did not arrive; nothing once the board shows it. */
export function ComingIn({ work }: { work: Work<'refresh'> | null }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  switch (work?.state.kind) {
    case undefined:
      return null;
    case 'running':
      return (
        <Section title={t('week.comingIn')} description={t('week.comingInBody')}>
          <WorkProgress work={work!} />
        </Section>
      );
    case 'failed':
      return <ErrorNotice title={t('week.addFailed')} error={work.state.error} />;
    case 'stopped':
      return (
        <Alert variant="light" color="gray" role="status">
          {t('week.stopped')}
        </Alert>
      );
    case 'done': {
      const { state, reason } = work.state.result;
      if (state !== 'nothing-new') return null;
      return (
        <Alert variant="light" color="gray" role="status" title={t('week.nothingNew')}>
          {reason !== null && engineText(reason)}
        </Alert>
      );
    }
  }
}
