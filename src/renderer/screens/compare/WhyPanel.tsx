/** Why a title is where it is: what each attribute and each watched title does to it, found by leaving it out. */
import { Badge, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Effect, Explanation, Tuning } from '../../../shared/contract';
import { Query } from '../../components/Query';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';
import { strongestEffects } from './effects';
import classes from './Compare.module.css';

export function WhyPanel({
  runId,
  profile,
  item,
  tuning,
  onClose,
}: {
  runId: string;
  profile: string;
  item: string;
  tuning: Tuning;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const told = useQuery(
    queries.profiles.explain.queryOptions({
      input: { runId, profile, item, tuning },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section className={classes.pane} aria-label={t('compare.why')} aria-busy={told.isFetching}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{t('compare.why')}</Title>
        <CloseButton aria-label={t('compare.whyClose')} onClick={onClose} />
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.why')}>
        <Query of={told} lines={10}>
          {(explanation) => <Told told={explanation} />}
        </Query>
      </div>
    </section>
  );
}

const FEW = 12;

function Told({ told }: { told: Explanation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const titles = showsAll ? told.titles : strongestEffects(told.titles, FEW);
  const wholes = [
    ...(told.history === null ? [] : [{ ...told.history, name: t('compare.wholeHistory') }]),
    ...(told.profileAttributes === null ? [] : [{ ...told.profileAttributes, name: t('compare.allAttributes') }]),
  ];
  const most = Math.max(
    ...[...wholes, ...told.titles, ...told.attributes].map(({ effect }) => Math.abs(effect)),
    Number.MIN_VALUE,
  );
  const scale = { most, rank: told.rank };
  return (
    <Stack gap="md" p="sm">
      <div>
        <Text fw={600}>{told.title ?? told.item}</Text>
        <Text size="xs" c="dimmed" role="status">
          {t('compare.whyPlace', { rank: told.rank, score: format.score(told.score, 3) })}
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {t('compare.whyLead')}
      </Text>
      {wholes.length > 0 && <Effects label={t('compare.whyWhole')} parts={wholes} scale={scale} />}
      {told.attributes.length > 0 ? (
        <Effects
          label={t('compare.attributes')}
          parts={told.attributes.map(({ name, value, ...effect }) => ({ name: `${name}: ${value}`, ...effect }))}
          scale={scale}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('compare.whyNoAttributes')}
        </Text>
      )}
      {told.titles.length > 0 ? (
        <>
          <Effects
            label={t('compare.whyTitles')}
            parts={titles.map(({ item, title, ...effect }) => ({ name: title ?? item, ...effect }))}
            scale={scale}
          />
          {told.titles.length > FEW && (
            <button type="button" className={classes.more} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? t('profiles.fewerValues') : t('compare.whyAll', { count: told.titles.length })}
            </button>
          )}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('compare.whyNoTitles')}
        </Text>
      )}
    </Stack>
  );
}

function Effects({
  label,
  parts,
  scale,
}: {
  label: string;
  parts: readonly (Effect & { name: string })[];
  scale: { most: number; rank: number };
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Title order={3}>{label}</Title>
      <ul className={classes.effects}>
        {parts.map(({ name, effect, rank }, index) => (
          <li key={index}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" truncate title={name}>
                {name}
              </Text>
              <Badge size="sm" variant="default" tt="none" className={classes.badge}>
                {rank === scale.rank ? t('compare.sameRank') : t('compare.rankWithout', { rank })}
              </Badge>
            </Group>
            <Group gap={8} wrap="nowrap">
              <span className={classes.effect} data-lowers={effect < 0 || undefined} aria-hidden>
                <span style={{ width: `${((Math.abs(effect) / scale.most) * 100).toFixed(1)}%` }} />
              </span>
              <Text size="xs" c="dimmed" className={classes.score}>
                <span className="shelfwise-visually-hidden">
                  {t(effect < 0 ? 'compare.effectLowers' : 'compare.effectRaises')}
                </span>
                {effect > 0 ? '+' : ''}
                {format.score(effect, 3)}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}
