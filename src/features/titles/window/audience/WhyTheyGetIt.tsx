import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { AudienceRequest, AudienceWhy } from '../../contract/audience';
import { type PartLine, PartLines } from '../../../inspect/window/public';
import type { ModelName } from '../../../../shared/recipe/models';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';

/** Means that would show as zero get no line. */
const SEEN = 0.0005;

/** The parts that weigh most in the scores of those who get the titles. */
export function WhyTheyGetIt({ asked }: { asked: AudienceRequest }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const why = useQuery(queries.titles.audienceWhy.queryOptions({ input: asked }));
  return (
    <div>
      <Title order={3}>{t('audience.why')}</Title>
      <Query of={why}>{(answer) => answer.sample > 0 && <Parts why={answer} />}</Query>
    </div>
  );
}

function Parts({ why: { sample, of, parts } }: { why: AudienceWhy }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  const seen = parts.filter(({ kind, value }) => kind !== 'rest' && kind !== 'rule' && Math.abs(value) >= SEEN);
  const isTitle = ({ kind, id }: (typeof parts)[number]): boolean => kind === 'history' && id !== null;
  const lineOf = ({ kind, id, title, value, values }: (typeof parts)[number]): PartLine => {
    if (kind === 'history' && id !== null) return { name: title ?? id, value, without: null };
    if (kind !== 'attribute') {
      if (kind === 'rule') return { name: id ?? '', value, without: null };
      const model = kind === 'companion' ? t(`common.models.${id as ModelName}`) : '';
      // Of an audience, each profile has its own.
      const name = kind === 'scale' ? t('audience.whyScale') : t(`compare.scoreParts.${kind}`, { model });
      return { name, value, without: null };
    }
    const named = values.map((one) => labels.value(id!, one)).join(', ');
    return { name: named === '' ? labels.attribute(id!) : `${labels.attribute(id!)}: ${named}`, value, without: null };
  };
  const groups = [
    [t('compare.attributes'), seen.filter(({ kind }) => kind === 'attribute')],
    [t('compare.whyTitles'), seen.filter(isTitle)],
    [t('audience.whyShared'), seen.filter((part) => part.kind !== 'attribute' && !isTitle(part))],
  ] as const;
  const most = Math.max(...seen.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {sample === of
          ? t('audience.whyAll', { count: format.count(of) })
          : t('audience.whySample', { count: format.count(sample), all: format.count(of) })}
      </Text>
      {groups.map(
        ([label, group]) =>
          group.length > 0 && (
            <PartLines key={label} label={label} lines={group.map(lineOf)} scale={{ most, rank: 0 }} />
          ),
      )}
    </Stack>
  );
}
