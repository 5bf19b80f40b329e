import { Anchor, Group, Modal, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { toShelfwiseError } from '../../../shared/errors';
import { emptySentence, stepsChart, stepsSentence } from '../charts/public';
import type { ShelfSteps, ShelfStepsInput } from '../contract/shelf-steps';

interface Asked extends ShelfStepsInput {
  /** Fingerprint of the data set; the open one where absent. */
  readonly data?: string;
}

/** Asks whether a list, or those of some children, are full of one thing because of the model, or because nothing else is left. */
export function ModelOrShelf(asked: Asked): ReactNode {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Anchor component="button" type="button" size="sm" underline="always" onClick={() => setOpen(true)}>
        {t('shelfSteps.title')}
      </Anchor>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="lg" title={t('shelfSteps.title')}>
        {isOpen && <Answer {...asked} />}
      </Modal>
    </div>
  );
}

function Answer({ data, ...asked }: Asked): ReactNode {
  const { queries } = useEngine();
  const [of, setOf] = useState(asked.of);
  const steps = useQuery(
    queries.shelf.steps.queryOptions({
      input: { ...asked, ...(of !== undefined && { of }) },
      placeholderData: keepPreviousData,
    }),
  );
  const engineText = useEngineText();
  const refusal = steps.error === null ? null : toShelfwiseError(steps.error);
  // What cannot be said of these data, or of so few, went wrong for nobody.
  if (refusal?.code === 'usage') return <Text size="sm">{engineText(refusal)}</Text>;
  return (
    <Query of={steps} lines={8}>
      {(told) => (
        <Stack gap="md">
          <Choice data={data} told={told} onChoose={setOf} />
          <Told data={data} told={told} />
          {asked.who !== undefined && 'filter' in asked.who && <Empty {...asked} filter={asked.who.filter} />}
        </Stack>
      )}
    </Query>
  );
}

/** Which titles are counted. */
function Choice({
  data,
  told: { of, attributes, values },
  onChoose,
}: {
  data: string | undefined;
  told: ShelfSteps;
  onChoose: (of: NonNullable<ShelfStepsInput['of']>) => void;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels(data);
  const { attribute } = of;
  return (
    <Group grow gap="sm">
      <NativeSelect
        label={t('shelfSteps.attribute')}
        value={attribute}
        onChange={({ currentTarget }) => onChoose({ attribute: currentTarget.value })}
        data={attributes.map((value) => ({ value, label: labels.attribute(value) }))}
      />
      <Select
        label={t('shelfSteps.value')}
        searchable
        allowDeselect={false}
        value={of.value}
        onChange={(value) => value !== null && onChoose({ attribute, value })}
        data={[...new Set([...values, of.value])].map((value) => ({ value, label: labels.value(attribute, value) }))}
      />
    </Group>
  );
}

function Told({ data, told }: { data: string | undefined; told: ShelfSteps }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(data);
  const wording = { t, format, labels };
  const chart = stepsChart(told, wording);
  return chart === null ? <Text size="sm">{stepsSentence(told, wording)}</Text> : <Chart {...chart} />;
}

/** When the shelf of these children runs empty, or why that cannot be said. */
function Empty({ runId, filter, rules }: Pick<Asked, 'runId' | 'rules'> & { filter: object }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data, error } = useQuery(
    queries.shelf.empty.queryOptions({ input: { runId, filter, ...(rules !== undefined && { rules }) } }),
  );
  const engineText = useEngineText();
  const [shelf] = data?.shelves ?? [];
  const text =
    error !== null
      ? engineText(toShelfwiseError(error))
      : shelf === undefined
        ? null
        : emptySentence(shelf, t('shelfSteps.these'), { t, format });
  return (
    text !== null && (
      <Text size="sm" role="status">
        {text}
      </Text>
    )
  );
}
