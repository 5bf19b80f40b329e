import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { StandIn } from '../../../new-titles/contract/new-titles';
import type { WhyNot, WhyNotChange, WhyNotUnderRules } from '../../contract/why-not';
import { LIST_LENGTH } from '../../../../shared/limits';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { tellName } from '../tuning/AddTitle';
import { StandsInFor } from '../../../new-titles/window/public';
import { changeTuning } from '../tuning/tuning-store';
import { type Asked, QuestionPane } from './QuestionPane';

/** Why a title is not in the list, and the smallest change that would add it, to try at once. */
export function WhyNotPanel({
  onWhy,
  onTry,
  onClose,
  ...asked
}: Asked & {
  /** Opens "why is a title in the list". */
  onWhy: (item: string) => void;
  /** After a change was put into the tuning. */
  onTry: () => void;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const told = useQuery(
    queries.profiles.whyNot.queryOptions({
      input: asked,
    }),
  );
  return (
    <QuestionPane title={t('whyNot.title')} told={told} lines={8} onClose={onClose}>
      {(answer) => <Told told={answer} onWhy={onWhy} onTry={onTry} />}
    </QuestionPane>
  );
}

function Told({ told, onWhy, onTry }: { told: WhyNot; onWhy: (item: string) => void; onTry: () => void }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { reason, rank, score, needed, places, change, others, tried } = told;
  return (
    <Stack gap="md" p="sm">
      <div>
        <Text fw={600}>{told.title ?? told.item}</Text>
        <Text size="sm" role="status">
          {t(`whyNot.reasons.${reason}`, { rank: rank ?? 0, places })}
        </Text>
        {reason === 'outranked' && (
          <Text size="xs" c="dimmed">
            {t('whyNot.scores', { score: format.score(score, 3), needed: format.score(needed, 3) })}
          </Text>
        )}
      </div>
      {reason === 'listed' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onWhy(told.item)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('compare.why')}
        </Button>
      )}
      {told.standIn !== null && <NewTitle told={told.standIn} />}
      {told.underRules !== null && <UnderRules told={told.underRules} places={places} />}
      {reason === 'outranked' &&
        (change === null ? (
          <Text size="sm">{t('whyNot.none', { count: tried })}</Text>
        ) : (
          <>
            <Title order={3}>{t('whyNot.change')}</Title>
            <Change change={change} places={places} onTry={onTry} />
            {others.length > 0 && <Title order={3}>{t('whyNot.others')}</Title>}
            {others.map((other, index) => (
              <Change key={index} change={other} places={places} onTry={onTry} />
            ))}
            <Text size="xs" c="dimmed">
              {t('whyNot.tried', { count: tried })}
            </Text>
          </>
        ))}
    </Stack>
  );
}

/** A title without viewings: what would give it a place, and which title it stands in for. */
function NewTitle({ told }: { told: StandIn }): ReactNode {
  const t = useTexts();
  const { rank, suiting, change, underRules } = told;
  const ruled = underRules?.rank ?? null;
  const isListed = ruled !== null;
  const place = isListed
    ? t('whyNot.ruledRank', { rank: ruled })
    : rank !== null
      ? t(rank > LIST_LENGTH ? 'whyNot.newTooFar' : 'whyNot.newRank', { rank, suiting: suiting ?? 0 })
      : change !== null
        ? t('whyNot.newChange', { title: change.title ?? change.item, rank: change.rank })
        : t('whyNot.newNowhere');
  return (
    <>
      <div>
        <Text size="sm">{place}</Text>
        {rank !== null && !isListed && (
          <Anchor component={Link} href="/rules" size="sm">
            {t('whyNot.openRules')}
          </Anchor>
        )}
      </div>
      <StandsInFor told={told} />
    </>
  );
}

/** Which rule keeps it out, and the smallest changes of the rules that would not. The Rules screen makes them. */
function UnderRules({ told, places }: { told: WhyNotUnderRules; places: number }): ReactNode {
  const t = useTexts();
  const { rank, outBy, changes, tried } = told;
  if (rank !== null) return <Text size="sm">{t('whyNot.ruledRank', { rank })}</Text>;
  return (
    <div>
      <Title order={3}>{t('whyNot.rules')}</Title>
      {outBy !== null && <Text size="sm">{t('whyNot.outBy', { name: outBy.name })}</Text>}
      {changes.map(({ off, up, rank: then, stay }) => (
        <div key={up ?? 'off'}>
          <Text size="sm">
            {up === null
              ? t('whyNot.withoutRules', { names: off.map(({ name }) => name).join(', ') })
              : t('whyNot.movedUp', { count: up })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('whyNot.outcome', { rank: then, stay, places })}
          </Text>
        </div>
      ))}
      {changes.length === 0 && <Text size="sm">{t('whyNot.noRules', { count: tried })}</Text>}
      <Anchor component={Link} href="/rules" size="sm">
        {t('whyNot.openRules')}
      </Anchor>
    </div>
  );
}

function Change({ change, places, onTry }: { change: WhyNotChange; places: number; onTry: () => void }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const { added, removed, attributes, rank, stay, tuning } = change;
  const nameOf = ({ item, title }: { item: string; title: string | null }): string => title ?? item;
  const value = (name: string, text: string | null): string =>
    text === null ? t('common.missing') : labels.text(name, text);
  const lines = [
    ...added.map((title) => t('whyNot.added', { title: nameOf(title) })),
    ...removed.map((title) => t('whyNot.removed', { title: nameOf(title) })),
    ...attributes.map(({ name, before, value: now }) =>
      t('whyNot.attribute', { name: labels.attribute(name), before: value(name, before), value: value(name, now) }),
    ),
  ];
  return (
    <div>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Group justify="space-between" wrap="nowrap" gap="xs" align="start">
        <Text size="xs" c="dimmed">
          {t('whyNot.outcome', { rank, stay, places })}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          flex="none"
          aria-label={`${t('whyNot.try')}: ${lines.join(' ')}`}
          onClick={() => {
            for (const title of added) tellName(title.item, nameOf(title));
            changeTuning(tuning);
            onTry();
          }}
        >
          {t('whyNot.try')}
        </Button>
      </Group>
    </div>
  );
}
