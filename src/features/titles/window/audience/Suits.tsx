import { Button, Stack, Text, Title } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Audience, AudienceRequest, Reach, SuitedAudience } from '../../contract/audience';
import { Chart } from '../../../../renderer/components/chart/Chart';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { ProfileLinks } from './ProfileLinks';
import { Spread } from './Spread';
import { useMakeRule } from './use-make-rule';

/** Of which titles a rule gives places. */
interface Giving {
  readonly data: string;
  readonly asked: AudienceRequest;
  readonly titles: Audience['titles'];
}

/** Whom a title without viewings would suit, how sure that is, and the rule that brings it there. */
export function Suits({
  runId,
  suits,
  all,
  ...giving
}: { runId: string; suits: SuitedAudience; all: number } & Giving): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { profiles, next, best, by } = suits;
  return (
    <Stack gap="md">
      <div>
        <Title order={3}>{t('audience.suits')}</Title>
        <Text size="sm">
          {profiles === 0
            ? t('audience.suitsNone')
            : t('audience.suitsCount', { count: format.count(profiles), all: format.count(all) })}{' '}
          {next > 0 && t('audience.suitsNext', { count: format.count(next) })}
        </Text>
        {profiles > 0 && <HowSure runId={runId} />}
        {profiles > 0 && <GivePlace {...giving} profiles={profiles} />}
      </div>
      {profiles > 0 && (
        <>
          {profiles > next && <Strengths suits={suits} />}
          <Spread by={by} share={t('audience.suitedShare')} />
          <ProfileLinks
            note={t('audience.suitedNote')}
            rows={best.map(({ profile, share, after, like }) => ({
              profile,
              fact: format.percent(share, 0),
              hint: [...(after === null ? [] : [after]), ...like].map(({ title, item }) => title ?? item).join(', '),
            }))}
          />
        </>
      )}
    </Stack>
  );
}

/** Begins the rule that the engine finds for those it suits. */
function GivePlace({ data, asked, titles, profiles }: Giving & { profiles: number }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const makeRule = useMakeRule(data, titles);
  const found = useMutation({
    mutationFn: () => client.titles.reach({ ...asked, goal: { profiles } }),
    onSuccess: async (reach) => {
      const rule = placeIn(reach);
      if (rule !== null) await makeRule(rule);
    },
  });
  return (
    <>
      <Button
        mt="2xs"
        size="compact-xs"
        variant="light"
        leftSection={<IconGavel size={14} aria-hidden />}
        loading={found.isPending}
        onClick={() => found.mutate()}
      >
        {t('audience.suitsRule')}
      </Button>
      {found.data !== undefined && placeIn(found.data) === null && (
        <Text size="xs" role="status">
          {t('audience.reachNone')}
        </Text>
      )}
      {found.error !== null && <ErrorNotice error={found.error} onRetry={() => found.mutate()} />}
    </>
  );
}

const placeIn = ({ options }: Reach): Reach['options'][number]['rule'] | null =>
  options.find(({ rule }) => rule.kind === 'new-titles')?.rule ?? null;

function HowSure({ runId }: { runId: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const verdict = useQuery(queries.newTitles.judge.queryOptions({ input: { runId, count: 1 } }));
  return (
    <Query of={verdict} lines={1}>
      {(judged) => (
        <Text size="xs" c="dimmed">
          {judged === null
            ? t('audience.sureUnknown')
            : t('audience.sure', { found: format.count(judged.found), places: format.count(judged.places) })}
        </Text>
      )}
    </Query>
  );
}

function Strengths({ suits: { strengths } }: { suits: SuitedAudience }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const half = strengths.reduce((sum, { from, profiles }) => sum + (from >= 0.5 ? profiles : 0), 0);
  const range = (part: (typeof strengths)[number]) => ({
    from: format.percent(part.from, 0),
    to: format.percent(part.to, 0),
  });
  return (
    <Chart
      title={t('audience.strength')}
      summary={t('audience.strengthSummary', { count: format.count(half) })}
      drawing={{
        kind: 'columns',
        xAxis: t('audience.strengthAxis'),
        yAxis: t('audience.profiles'),
        columns: strengths.map((part) => ({
          label: format.percent(part.from, 0),
          value: part.profiles,
          tip: t('audience.strengthTip', {
            ...range(part),
            profiles: t('common.profiles', { count: part.profiles }),
          }),
        })),
        format: format.count,
      }}
      table={{
        columns: [t('audience.strengthAxis'), t('audience.profiles')],
        rows: strengths.map((part) => [t('charts.completion.range', range(part)), format.count(part.profiles)]),
      }}
    />
  );
}
