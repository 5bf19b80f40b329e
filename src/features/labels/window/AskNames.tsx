import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { remembered } from '../../../renderer/stores/remembered';
import { LABELS_PART } from './LabelsSection';

/** Data sets, by fingerprint, of which somebody said that they need no names. */
const declined = remembered('names-declined');

/** Examples of codes, by which people know which are meant. */
const EXAMPLES = 3;

/** Asks once what the codes in the data stand for, and for pictures of titles; nothing where both are there, or were declined. */
export function AskNames({ data }: { data: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { unnamed } = useLabels(data);
  const { data: saved } = useQuery(queries.labels.get.queryOptions({ input: { data } }));
  const isDeclined = declined.useHas(data);
  if (saved === undefined || isDeclined) return null;
  const codes = unnamed();
  const hasPictures = saved.posters !== undefined;
  if (codes.length === 0 && hasPictures) return null;
  const shown = codes.slice(0, EXAMPLES).map(({ code }) => code);
  return (
    <Group gap="sm" role="group" aria-label={t('labels.title')}>
      {codes.length > 0 && (
        <Text size="sm">
          {t('labels.ask.codes', { codes: shown.join(', ') })}{' '}
          <Anchor component={Link} href={`/data/${LABELS_PART}`} inherit underline="always">
            {t('labels.ask.name')}
          </Anchor>
        </Text>
      )}
      {!hasPictures && (
        <Anchor component={Link} href={`/data/${LABELS_PART}`} size="sm" underline="always">
          {t('labels.ask.pictures')}
        </Anchor>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => declined.add(data)}>
        {t('labels.ask.no')}
      </Button>
    </Group>
  );
}
