import { useQuery } from '@tanstack/react-query';
import { useMemo, type ComponentProps, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import { toShelfwiseError } from '../../../shared/errors';
import { useEngine } from '../../../renderer/connection/engine-context';
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
  const choose = { label: t('compare.chooseAction'), onClick: () => go('/profiles') };
  return (
    <RunGate>
      {(run, dataset) =>
        profile === undefined ? (
          <EmptyState
            alone
            scene="search"
            title={t('compare.chooseTitle')}
            body={t('compare.chooseBody')}
            action={choose}
          />
        ) : (
          <UnlessMissing data={dataset.fingerprint} profile={partOfPlace(profile)} choose={choose}>
            <Walk runId={run.runId} data={dataset.fingerprint} profile={partOfPlace(profile)} origin={origin}>
              {(came) => <CompareOf run={run} data={dataset.fingerprint} profile={partOfPlace(profile)} from={came} />}
            </Walk>
          </UnlessMissing>
        )
      }
    </RunGate>
  );
}

/** Of a profile that is not in the data, the screen would have nothing to show or do: it says so in its place. */
function UnlessMissing({
  data,
  profile,
  choose,
  children,
}: {
  data: string;
  profile: string;
  choose: ComponentProps<typeof EmptyState>['action'];
  children: ReactNode;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { error } = useQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
  if (error === null || toShelfwiseError(error).code !== 'not-found') return children;
  return (
    <EmptyState
      alone
      scene="search"
      title={t('compare.missingTitle', { profile })}
      body={t('compare.missingBody')}
      action={choose}
    />
  );
}
