import { Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { finalValue } from '../../../shared/values/final-value';
import type { Outcome } from '../../outcome/contract/outcome';
import type { Week } from '../contract/week';
import classes from './Week.module.css';

/** What children watched of the lists that were sent the week before, as the viewings tell that came in since. */
export function HowListsDid({ week, before }: { week: Week; before: Week | null }): ReactNode {
  const t = useTexts();
  const outcome = useOutcome(week, before);
  return (
    <section className={classes.how}>
      <Title order={2}>{t('week.how')}</Title>
      {outcome === null ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('week.howNone')}
        </Text>
      ) : (
        <InPeople outcome={outcome} />
      )}
    </section>
  );
}

/** The outcome of the last file of the week before; null while it is made, and where there is none. */
function useOutcome({ data }: Week, before: Week | null): Outcome | null {
  const { client, queries } = useEngine();
  const sent = before?.sent ?? null;
  const input =
    sent === null || before?.run == null
      ? null
      : { runId: before.run.runId, data: data.fingerprint, sha256: sent.sha256 };
  const { data: found } = useQuery({
    queryKey: [...queries.runs.key(), 'outcomes', input],
    queryFn:
      input === null
        ? skipToken
        : async ({ signal }): Promise<Outcome[]> =>
            (await finalValue(await client.runs.outcomes(input, { signal }))).outcomes,
    staleTime: Infinity,
    retry: false,
  });
  return found?.find(({ judged, viewings }) => judged !== null && viewings !== null && viewings.all > 0) ?? null;
}

function InPeople({ outcome: { viewings, profiles, judged } }: { outcome: Outcome }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { all, listed } = viewings!;
  const ofHundred = Math.round((100 * listed) / all);
  const children = profiles!.judged;
  return (
    <>
      <Text size="md" mt="xs">
        {t('week.ofHundred', { listed: ofHundred })}
      </Text>
      <div className={classes.hundred} role="img" aria-label={`${ofHundred} / 100`}>
        {Array.from({ length: 100 }, (_, at) => (
          <i key={at} data-listed={at < ofHundred || undefined} />
        ))}
      </div>
      <Text size="sm">
        {t('week.found', { found: format.count(Math.round(judged!.hits.mean * children)), count: children })}
      </Text>
      <Text size="xs" c="dimmed" mt="2xs">
        {t('week.ofAll', { listed: format.count(listed), all: format.count(all), children })}
      </Text>
    </>
  );
}
