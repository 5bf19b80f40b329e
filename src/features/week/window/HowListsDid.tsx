import { Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { ofHundred, ofHundredDetail, ofHundredText } from '../../../shared/words/of-hundred';
import { finalValue } from '../../../shared/values/final-value';
import type { Outcome } from '../../outcome/contract/outcome';
import type { Week } from '../contract/week';
import classes from './Week.module.css';

/** The attribute by which children are told apart here, as imports name it. */
const AGE = 'age';

type Judged = Outcome & { readonly [Part in 'judged' | 'viewings' | 'profiles']: NonNullable<Outcome[Part]> };
const isJudged = (outcome: Outcome): outcome is Judged =>
  outcome.judged !== null && outcome.profiles !== null && (outcome.viewings?.all ?? 0) > 0;

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
function useOutcome({ data }: Week, before: Week | null): Judged | null {
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
  return found?.find(isJudged) ?? null;
}

function InPeople({ outcome: { viewings, profiles, judged } }: { outcome: Judged }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const children = profiles.judged;
  const [listed, popular] = [viewings.listed, viewings.popular].map((count) => ofHundred(count, viewings.all));
  return (
    <>
      <Text size="md" mt="xs">
        {ofHundredText(viewings, { t })}
      </Text>
      <div className={classes.hundred} role="img" aria-label={`${listed} / 100, ${popular} / 100`}>
        {Array.from({ length: 100 }, (_, at) => (
          <i key={at} data-listed={at < listed! || undefined} data-popular={at < popular! || undefined} />
        ))}
      </div>
      <p className={classes.keys} aria-hidden>
        <i data-listed /> {t('week.ours')} <i data-popular /> {t('week.bestsellers')}
      </p>
      <Text size="sm">
        {t('week.found', { found: format.count(Math.round(judged.hits.mean * children)), count: children })}
      </Text>
      <Text size="xs" c="dimmed" mt="2xs">
        {ofHundredDetail(viewings, children, { t, format })}
      </Text>
      <ByAge groups={judged.groups} />
    </>
  );
}

/** Per age, as two marks on a line of a hundred; ages of few children are left out, since chance alone moves them far. */
function ByAge({ groups }: { groups: Judged['judged']['groups'] }): ReactNode {
  const t = useTexts();
  const ages = groups.filter(({ group, profiles }) => group === AGE && profiles >= FEWEST_IN_GROUP);
  if (ages.length < 2) return null;
  return (
    <>
      <Title order={3} mt="md">
        {t('week.byAge')}
      </Title>
      <ul className={classes.ages}>
        {ages.map(({ label: whole, viewings: { all, listed, popular } }) => {
          const label = whole.slice(AGE.length + 1);
          const [ours, theirs] = [ofHundred(listed, all), ofHundred(popular, all)];
          return (
            <li key={label} aria-label={t('week.ageFigure', { label, listed: ours, popular: theirs })}>
              <span aria-hidden>{label}</span>
              <span className={classes.track} aria-hidden>
                <b style={{ left: `${Math.min(ours, theirs)}%`, width: `${Math.abs(ours - theirs)}%` }} />
                <i data-popular style={{ left: `${theirs}%` }} />
                <i data-listed style={{ left: `${ours}%` }} />
              </span>
              <span aria-hidden>{ours}</span>
            </li>
          );
        })}
      </ul>
      <Text size="xs" c="dimmed">
        {t('week.fewLeftOut', { least: FEWEST_IN_GROUP })}
      </Text>
    </>
  );
}
