import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { SuitedAudience } from '../../contract/audience';
import { Chart } from '../../../../renderer/components/chart/Chart';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { ProfileLinks } from './ProfileLinks';
import { Spread } from './Spread';

/** Whom a title without viewings would suit, and how sure that is. */
export function Suits({ runId, suits, all }: { runId: string; suits: SuitedAudience; all: number }): ReactNode {
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
