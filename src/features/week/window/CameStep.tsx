import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { AskNames } from '../../labels/window/public';
import type { StepState } from '../contract/steps';
import type { Week } from '../contract/week';
import { LookLink } from './LookLink';
import { StepRow } from './StepRow';

/** What came in: viewings that the week before did not have, and the titles that they are of. */
export function CameStep({ week: { data, added }, state }: { week: Week; state: StepState }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data: titles = [] } = useQuery(
    queries.week.newlyWatched.queryOptions({
      input: { data: data.fingerprint, since: added?.since ?? null },
      staleTime: Infinity,
    }),
  );
  const more = [
    added !== null && added.profiles > 0 && t('week.newChildren', { count: added.profiles }),
    added !== null && added.items > 0 && t('week.newTitles', { count: added.items }),
  ].filter((text) => text !== false);
  const viewings = added?.viewings ?? data.viewings;
  const said =
    added === null
      ? t('week.viewings', { count: viewings, profiles: format.count(data.profiles) })
      : t('week.newViewings', { count: viewings });
  return (
    <StepRow
      step="came"
      state={state}
      number={viewings}
      text={[said, ...more].join(' · ')}
      strip={titles.length > 0 && <CoverStrip titles={titles} label={t('week.mostWatched')} />}
      {...(added === null && { note: <AskNames data={data.fingerprint} /> })}
      action={<LookLink step="came" href="/data" />}
    />
  );
}
