import { Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Explanation, ScorePart } from '../../../../shared/contract/explanation';
import type { ModelName } from '../../../../shared/recipe/models';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { useNamesOfRules } from '../../../../renderer/components/rules/use-rule-text';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { usePreferences } from '../../../../renderer/stores/preferences';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { CopiedSentence } from '../../../../renderer/components/CopiedSentence';
import { ModelOrShelf } from '../../../shelf-steps/window/public';
import { greatestParts } from './greatest-parts';
import { type PartLine, PartLines } from './PartLines';
import { type Asked, QuestionPane } from './QuestionPane';
import classes from '../../../../renderer/components/panes.module.css';

/**
 * Why a title has its rank: a sentence for parents, and the parts whose sum is its score, each with the rank the title
 * would have without it.
 */
export function WhyPanel({
  onClose,
  ...asked
}: Asked & {
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const told = useQuery(
    queries.profiles.explain.queryOptions({
      input: asked,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QuestionPane title={t('compare.why')} told={told} lines={10} onClose={onClose}>
      {(explanation) => <Told told={explanation} asked={asked} />}
    </QuestionPane>
  );
}

/** The titles that are shown first: the rest of them adds little. */
const TITLES_AT_FIRST = 6;

/** Parts that would show as zero, such as rounding errors, get no line. */
const isSeen = (value: number): boolean => Math.abs(value) >= 0.0005;

function Told({ told, asked }: { told: Explanation; asked: Asked }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { shared, attributes, titles } = useLines(told);
  const [showsAll, setShowsAll] = useState(false);
  // One scale from zero for all parts, so that bars compare like the numbers beside them.
  const most = Math.max(...[...shared, ...attributes, ...titles].map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const scale = { most, rank: told.rank };
  const decides = [...titles, ...attributes].filter(({ without }) => without !== null);
  const language = usePreferences((state) => state.language);
  return (
    <Stack gap="md" p="sm">
      <Group wrap="nowrap" align="flex-end">
        <TitleCover item={told.item} title={told.title ?? told.item} size="heading" />
        <div>
          <Text fw={600}>{told.title ?? told.item}</Text>
          <Text size="xs" c="dimmed" role="status">
            {t('compare.whyPlace', { rank: told.rank, score: format.score(told.score, 3) })}
          </Text>
          <UnderRules told={told} />
        </div>
      </Group>
      <CopiedSentence text={told.sentence[language]} />
      <ModelOrShelf
        runId={asked.runId}
        who={{ profile: asked.profile, tuning: asked.tuning }}
        {...(asked.rules !== undefined && { rules: asked.rules })}
      />
      {titles.length > 0 ? (
        <>
          <PartLines
            label={t('compare.whyTitles')}
            lines={showsAll ? titles : greatestParts(titles, TITLES_AT_FIRST)}
            scale={scale}
          />
          {titles.length > TITLES_AT_FIRST && (
            <button type="button" className={classes.more} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? t('profiles.fewerValues') : t('compare.whyAll', { count: titles.length })}
            </button>
          )}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('compare.whyNoTitles')}
        </Text>
      )}
      {attributes.length > 0 ? (
        <PartLines label={t('compare.attributes')} lines={attributes} scale={scale} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('compare.whyNoAttributes')}
        </Text>
      )}
      <PartLines label={t('compare.whyShared')} lines={shared} scale={scale} />
      {decides.length > 0 && decides.every(({ without }) => without === told.rank) && (
        <Text size="sm">{t('compare.whyNone', { rank: told.rank })}</Text>
      )}
      <Text size="xs" c="dimmed">
        {t('compare.whyLead')}
      </Text>
    </Stack>
  );
}

/** Where the saved rules put the title, if that differs. */
function UnderRules({ told: { underRules, rank } }: { told: Explanation }): ReactNode {
  const t = useTexts();
  const nameOf = useNamesOfRules();
  if (underRules === null || (underRules.rank === rank && underRules.rules.length === 0)) return null;
  const place = underRules.rank === null ? t('compare.whyRuledOut') : t('compare.whyRuled', { rank: underRules.rank });
  const by = underRules.rules.map(({ name }) => nameOf(name)).join(', ');
  return (
    <Text size="xs" c="dimmed">
      {by === '' ? place : `${place} ${t('compare.whyRuledBy', { rules: by })}`}
    </Text>
  );
}

/** The parts of the score by kind; attributes and titles greatest first. */
function useLines({ parts, attributes, titles }: Explanation): Record<'shared' | 'attributes' | 'titles', PartLine[]> {
  const t = useTexts();
  const labels = useLabels();
  const greatestFirst = (lines: PartLine[]): PartLine[] => lines.toSorted((left, right) => right.value - left.value);
  const attributeOf = ({ id, value }: ScorePart): PartLine => {
    const known = attributes.find(({ name }) => name === id);
    const name = labels.attribute(id!);
    return known === undefined
      ? { name: t('compare.whyMissing', { name }), value, without: null }
      : {
          name: `${name}: ${labels.text(id!, known.value)}`,
          hint: `${id!}: ${known.value}`,
          value,
          without: known.rank,
        };
  };
  const titleOf = ({ id, value }: ScorePart): PartLine => {
    const title = titles.find(({ item }) => item === id);
    return { name: title?.title ?? id!, item: id!, value, without: title?.rank ?? null };
  };
  const isTitle = ({ kind, id }: ScorePart): boolean => kind === 'history' && id !== null;
  return {
    attributes: greatestFirst(parts.filter(({ kind }) => kind === 'attribute').map(attributeOf)),
    titles: greatestFirst(parts.filter(isTitle).map(titleOf)),
    shared: parts
      .filter((part) => part.kind !== 'attribute' && !isTitle(part) && (part.kind === 'base' || isSeen(part.value)))
      .flatMap(({ kind, id, value }) => {
        // A rule is shown by the place it gives, not as a part of the score.
        if (kind === 'rule') return [];
        const model = id === null ? '' : t(`common.models.${id as ModelName}`);
        return [{ name: t(`compare.scoreParts.${kind}`, { model }), value, without: null }];
      }),
  };
}
