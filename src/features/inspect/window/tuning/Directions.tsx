import { Accordion, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { LatentDirection, Tuning } from '../../../../shared/contract/tuning';
import { titlesBeside } from '../../../../shared/values/titles-named';
import { Details } from '../../../../renderer/components/Details';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { Knob } from './Knob';
import { setDirection } from './tuning-store';

/** Sliders for single latent directions, each named by the titles it raises and lowers; behind one word, as they are many. */
export function Directions({ runId, directions }: { runId: string; directions: Tuning['directions'] }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const found = useQuery(queries.tuning.directions.queryOptions({ input: { runId }, staleTime: Infinity }));
  return (
    <div data-help={t('compare.directionsLead')}>
      <Details title={t('compare.directions')} isOpen={directions.length > 0}>
        <Query of={found} lines={4}>
          {(known) => (
            <Accordion multiple variant="contained" chevronPosition="left" order={3}>
              {known.map((direction) => (
                <Direction
                  key={direction.direction}
                  direction={direction}
                  amount={directions.find((pushed) => pushed.direction === direction.direction)?.amount ?? 0}
                />
              ))}
            </Accordion>
          )}
        </Query>
      </Details>
    </div>
  );
}

type Titles = LatentDirection['raises'];
const named = (titles: Titles, count: number): string => titlesBeside(titles.slice(0, count));

function Direction({
  direction: { direction, share, raises, lowers },
  amount,
}: {
  direction: LatentDirection;
  amount: number;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${format.score(value, 1)}`;
  return (
    <Accordion.Item value={String(direction)}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="xs" fw={600} lineClamp={2} title={named(raises, 2)}>
            {named(raises, 2)}
          </Text>
          {amount !== 0 && (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
              {signed(amount)}
            </Text>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Knob
          label={t('compare.amount')}
          value={amount}
          onChange={(value) => setDirection(direction, value)}
          range={{ min: -5, max: 5, step: 0.5 }}
          format={signed}
          marks={[{ value: 0 }]}
        />
        <Named label={t('compare.raises')} titles={raises} />
        <Named label={t('compare.lowers')} titles={lowers} />
        <Text size="xs" c="dimmed" mt="2xs">
          {t('compare.direction', { number: direction + 1 })} ·{' '}
          {t('compare.directionShare', { percent: format.percent(share) })}
        </Text>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

const Named = ({ label, titles }: { label: string; titles: Titles }): ReactNode => (
  <Text size="xs" mt="2xs">
    <Text span size="xs" fw={600}>
      {label}:
    </Text>{' '}
    {named(titles, 6)}
  </Text>
);
