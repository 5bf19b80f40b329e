import { Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { StandIn } from '../contract/new-titles';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../renderer/locales/format';
import classes from '../../../renderer/components/panes.module.css';

const FEW = 6;
/** Number of shared words shown per title. */
const MOST_SHARED = 3;

type Part = StandIn['parts'][number];

/**
 * The titles that a title without viewings stands in for: how much each one the profile watched contributes to its
 * score.
 */
export function StandsInFor({ told: { after, parts, score } }: { told: StandIn }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const watched = parts.filter((part) => part.watched);
  const others = parts.filter((part) => !part.watched);
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('compare.newTitleLead')}
      </Text>
      {after !== null && (
        <div>
          <Title order={3}>{t(after.watched ? 'compare.newTitleAfter' : 'compare.newTitleAfterUnseen')}</Title>
          <Text size="sm">{after.title ?? after.item}</Text>
        </div>
      )}
      {parts.length > 0 && (
        <Text size="sm">
          {t('compare.newTitleSuits', {
            titles: parts.length,
            watched: watched.length,
            share: format.percent(score),
          })}
        </Text>
      )}
      <Parts label={t('compare.newTitleLike')} parts={watched} />
      <Parts label={t('compare.newTitleUnseen')} parts={others} />
    </>
  );
}

function Parts({ label, parts }: { label: string; parts: readonly Part[] }): ReactNode {
  const t = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  if (parts.length === 0) return null;
  return (
    <div>
      <Title order={3}>{label}</Title>
      <ul className={classes.effects}>
        {(showsAll ? parts : parts.slice(0, FEW)).map((part) => (
          <OnePart key={part.id} part={part} />
        ))}
      </ul>
      {parts.length > FEW && (
        <button type="button" className={classes.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('profiles.fewerValues') : t('compare.whyAll', { count: parts.length })}
        </button>
      )}
    </div>
  );
}

function OnePart({ part: { id, title, likeness, watched, value, shared } }: { part: Part }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  const name = title ?? id;
  const words = shared.map((one) => {
    if (one.kind === 'series') return t('compare.newTitleSeries');
    return one.kind === 'attribute' ? labels.text(one.name, one.value) : one.value;
  });
  // A word that is both genre and keyword is shown once.
  const both = [...new Set(words)].slice(0, MOST_SHARED).join(', ');
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" truncate title={name}>
          {name}
        </Text>
        {watched && (
          <Text size="sm" flex="none">
            +{format.percent(value)}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('titles.similarity', { value: format.percent(likeness) })}
        {both !== '' && ` · ${both}`}
      </Text>
    </li>
  );
}
