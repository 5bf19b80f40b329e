import { Button, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Audience as AudienceOf, AudienceRequest } from '../../contract/audience';
import type { RunRecord } from '../../../../shared/contract/run';
import type { TitleCondition } from '../../../../shared/contract/rules';
import { MOST_CHOSEN_PROFILES } from '../../../../shared/limits';
import { titleParts } from '../../../../shared/values/episode';
import { Chart } from '../../../../renderer/components/chart/Chart';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { setFilter } from '../../../../renderer/stores/profile-list';
import { useCountingRules } from '../../../../renderer/stores/use-counting-rules';
import { ProfileLinks } from './ProfileLinks';
import { ReachMore } from './ReachMore';
import { Spread } from './Spread';
import { Suits } from './Suits';
import { WhyTheyGetIt } from './WhyTheyGetIt';

/** To whom a title or its series is recommended in the delivered lists, why, whom it would suit, and how to reach more. */
export function Audience({
  data,
  run,
  item,
  title,
}: {
  data: string;
  run: RunRecord;
  item: string;
  title: string | null;
}): ReactNode {
  const t = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const { series, episode } = titleParts(title ?? item);
  const titles: TitleCondition = isWhole && episode !== null ? { series: [series] } : { ids: [item] };
  return (
    <AudienceOfTitles data={data} run={run} titles={titles}>
      {episode !== null && (
        <SegmentedControl
          size="xs"
          mt="2xs"
          fullWidth
          aria-label={t('audience.asked')}
          value={isWhole ? 'series' : 'title'}
          onChange={(value) => setIsWhole(value === 'series')}
          data={[
            { value: 'title', label: t('audience.ofTitle') },
            { value: 'series', label: t('audience.ofSeries') },
          ]}
        />
      )}
    </AudienceOfTitles>
  );
}

/** The same of titles that are asked about as one. */
export function AudienceOfTitles({
  data,
  run,
  titles,
  children,
}: {
  data: string;
  run: RunRecord;
  titles: TitleCondition;
  /** Below the heading. */
  children?: ReactNode;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { choice } = useCountingRules(data);
  const asked = { runId: run.runId, titles, ...choice };
  const audience = useQuery(queries.titles.audience.queryOptions({ input: asked }));
  /** Of how many profiles to reach. */
  const reachField = useRef<HTMLInputElement>(null);
  return (
    <Stack gap="md" component="section" aria-label={t('titles.receivers')}>
      <div>
        <Title order={3}>{t('titles.receivers')}</Title>
        {children}
      </div>
      <Query of={audience} lines={8}>
        {(answer) => (
          <>
            <Reached audience={answer} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUsersPlus size={16} aria-hidden />}
              onClick={() => reachField.current?.focus()}
            >
              {t('audience.reach')}
            </Button>
            {answer.recommended > 0 && <Receivers asked={asked} audience={answer} />}
            {answer.suits !== null && (
              <Suits
                runId={run.runId}
                suits={answer.suits}
                all={answer.profiles}
                data={data}
                asked={asked}
                titles={answer.titles}
              />
            )}
            {answer.recommended > 0 && <WhyTheyGetIt asked={asked} />}
            <ReachMore key={JSON.stringify(titles)} data={data} asked={asked} audience={answer} field={reachField} />
          </>
        )}
      </Query>
    </Stack>
  );
}

function Reached({ audience }: { audience: AudienceOf }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { count, profiles, recommended, asRanked, meanPlace, rules } = audience;
  const reached = { count: format.count(recommended), all: format.count(profiles), place: format.score(meanPlace, 1) };
  return (
    <div>
      <Text size="sm" role="status">
        {recommended === 0
          ? t('audience.notReached')
          : count === 1
            ? t('audience.reached', reached)
            : t('audience.seriesReached', { ...reached, titles: format.count(count) })}
      </Text>
      {rules !== null && asRanked !== recommended && (
        <Text size="xs" c="dimmed">
          {t('audience.asRanked', { count: format.count(asRanked) })}
        </Text>
      )}
    </div>
  );
}

function Receivers({ asked, audience }: { asked: AudienceRequest; audience: AudienceOf }): ReactNode {
  const t = useTexts();
  return (
    <>
      <Places audience={audience} />
      <Spread by={audience.by} share={t('audience.share')} />
      <ProfileLinks
        note={t('titles.receiversNote')}
        rows={audience.receivers.map(({ profile, place, title, item }) => ({
          profile,
          fact: t('titles.rank', { rank: place }),
          hint: title ?? item,
        }))}
      />
      {audience.recommended > audience.receivers.length && <AllInProfiles asked={asked} count={audience.recommended} />}
    </>
  );
}

/** Leads to the list of profiles, where those who get the titles alone are left. */
function AllInProfiles({ asked, count }: { asked: AudienceRequest; count: number }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const [, go] = useLocation();
  const open = useMutation({
    mutationFn: () => client.titles.receivers(asked),
    onSuccess: (profiles) => {
      setFilter({ profiles });
      go('/profiles');
    },
  });
  return (
    <>
      <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {t('audience.allInProfiles', { count: Math.min(count, MOST_CHOSEN_PROFILES) })}
      </Button>
      {open.error !== null && <ErrorNotice error={open.error} onRetry={() => open.mutate()} />}
    </>
  );
}

function Places({ audience: { places, recommended } }: { audience: AudienceOf }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <Chart
      title={t('audience.places')}
      summary={t('audience.placesSummary', { place: middleOf(places, recommended) })}
      drawing={{
        kind: 'columns',
        xAxis: t('audience.place'),
        yAxis: t('audience.lists'),
        columns: places.map((count, at) => ({
          label: String(at + 1),
          value: count,
          tip: t('audience.placeTip', { place: at + 1, count }),
        })),
        format: format.count,
      }}
      table={{
        columns: [t('audience.place'), t('audience.lists')],
        rows: places.map((count, at) => [String(at + 1), format.count(count)]),
      }}
    />
  );
}

/** The first place up to which half of the lists have it. */
function middleOf(places: readonly number[], all: number): number {
  let seen = 0;
  return places.findIndex((count) => (seen += count) * 2 >= all) + 1;
}
