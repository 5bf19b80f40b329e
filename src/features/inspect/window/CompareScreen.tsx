import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { originOf } from '../../../renderer/components/origin';
import { partOfPlace } from '../../../renderer/components/place';
import { CompareOf } from './CompareOf';
import { RunGate } from '../../../renderer/actions/RunGate';
import { Walk } from './walk/Walk';

/** The main screen: what a profile watched beside what is recommended to it, and how the list changes with tuning. */
export function CompareScreen(): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { profile, from } = useParams<{ profile?: string; from?: string }>();
  const origin = useMemo(() => originOf(from), [from]);
  return (
    <RunGate>
      {(run, dataset) =>
        profile === undefined ? (
          <EmptyState
            alone
            scene="search"
            title={t('compare.chooseTitle')}
            body={t('compare.chooseBody')}
            action={{ label: t('compare.chooseAction'), onClick: () => go('/profiles') }}
          />
        ) : (
          <Walk runId={run.runId} data={dataset.fingerprint} profile={partOfPlace(profile)} origin={origin}>
            {(came) => <CompareOf run={run} data={dataset.fingerprint} profile={partOfPlace(profile)} from={came} />}
          </Walk>
        )
      }
    </RunGate>
  );
}
