import { Button, Group, MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Facet } from '../../../shared/contract/profiles';
import type { RunRecord } from '../../../shared/contract/run';
import { setText, splitSet } from '../../../shared/values/set-text';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { AttributeName, ValueName } from '../../../renderer/components/labels/ValueName';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { FewValues, NumberSteps, OrderedSteps } from './shelf/ValueField';
import { setAttribute } from './tuning/tuning-store';
import { reasonNoCondition } from './tuning/tunable';
import classes from '../../../renderer/components/panes.module.css';

interface Attribute {
  name: string;
  value: string | null;
}

interface Properties {
  data: string;
  run: RunRecord;
  attributes: readonly Attribute[];
  tuned: Record<string, string | null>;
}

/** The attributes that the list is based on, above the list. */
export function AttributesBar({ data, run, attributes, tuned }: Properties): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const bar = useRef<HTMLElement>(null);
  // In one column, the list comes first.
  const isFolded = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const [isOpen, { open, toggle }] = useDisclosure(false);
  const focusFirst = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    open();
    requestAnimationFrame(() => bar.current?.querySelector('input')?.focus());
  };
  useKeys([['W', focusFirst, { usePhysicalKeys: true }]]);
  return (
    <section aria-label={t('compare.attributes')} className={classes.attributes} ref={bar}>
      {isFolded && (
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={toggle}
        >
          {t('compare.attributes')}
        </Button>
      )}
      {isFolded && !isOpen && (
        <Text size="sm" c="dimmed" className={classes.values}>
          {attributes.flatMap(({ name, value }) => (value === null ? [] : [labels.text(name, value)])).join(' · ')}
        </Text>
      )}
      {(!isFolded || isOpen) && <AttributeFields data={data} run={run} attributes={attributes} tuned={tuned} />}
    </section>
  );
}

/** Categorical values that stand beside each other in a column. */
const FEW_VALUES = 3;

/** Each attribute, editable to ask "what if it were different". @param isColumn whether each has a line of its own, with room for all values or steps */
export function AttributeFields({
  data,
  run,
  attributes,
  tuned,
  isColumn = false,
}: Properties & { isColumn?: boolean }): ReactNode {
  const { queries } = useEngine();
  const { data: facets } = useQuery(queries.profiles.facets.queryOptions({ input: { data } }));
  const fixed = reasonNoCondition(run) !== null;
  return attributes.map((attribute) => {
    const facet = facets?.find(({ name }) => name === attribute.name);
    return fixed || facet === undefined ? (
      <Fixed key={attribute.name} attribute={attribute} />
    ) : (
      <WhatIf key={attribute.name} attribute={attribute} facet={facet} tuned={tuned} isColumn={isColumn} />
    );
  });
}

function Fixed({ attribute: { name, value } }: { attribute: Attribute }): ReactNode {
  const t = useTexts();
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        <AttributeName name={name} />
      </Text>
      <Text size="sm" fw={600}>
        {value === null ? t('common.missing') : <ValueName attribute={name} value={value} />}
      </Text>
    </Group>
  );
}

function WhatIf({
  attribute: { name, value: own },
  facet,
  tuned,
  isColumn,
}: {
  attribute: Attribute;
  facet: Facet;
  tuned: Record<string, string | null>;
  isColumn: boolean;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const isChanged = Object.hasOwn(tuned, name);
  const value = isChanged ? (tuned[name] ?? null) : own;
  const change = (next: string | null): void => setAttribute(name, next === '' ? null : next, own);
  const frame = {
    label: <AttributeName name={name} />,
    size: 'xs',
    description: isChanged
      ? own === null
        ? t('compare.wasMissing')
        : t('compare.changedFrom', { value: labels.text(name, own) })
      : undefined,
    inputWrapperOrder: ['label', 'input', 'description'] as ('label' | 'input' | 'description')[],
    title: t('compare.whatIf', { name: labels.attribute(name) }),
    'data-changed': isChanged || undefined,
  } as const;
  const shared = { ...frame, placeholder: t('common.missing') };
  const values = facet.values.flatMap((known) => (known.value === null ? [] : [known.value]));
  const choices = values.map((code) => ({ value: code, label: labels.value(name, code) }));
  const inColumn = { frame, name: labels.attribute(name) };
  if (isColumn && facet.kind === 'numeric')
    return (
      <NumberSteps
        {...inColumn}
        value={value === null ? null : Number(value)}
        known={values.map(Number)}
        // Its own value may be written otherwise, as 5.0.
        onChange={(next) => change(next === null ? null : own !== null && Number(own) === next ? own : String(next))}
      />
    );
  if (
    isColumn &&
    facet.kind === 'categorical' &&
    values.every((one) => one.trim() !== '' && Number.isFinite(Number(one)))
  )
    return (
      <OrderedSteps
        {...inColumn}
        value={value}
        choices={choices.toSorted((left, right) => Number(left.value) - Number(right.value))}
        onChange={change}
      />
    );
  if (isColumn && facet.kind === 'categorical' && choices.length <= FEW_VALUES)
    return <FewValues {...inColumn} value={value} choices={choices} onChange={change} />;
  switch (facet.kind) {
    case 'numeric':
      return (
        <NumberInput
          {...shared}
          w={130}
          value={value === null ? '' : Number(value)}
          onChange={(next) => change(next === '' ? null : String(next))}
        />
      );
    case 'set':
      return (
        <MultiSelect
          {...shared}
          flex="1 1 230px"
          miw={220}
          maw={340}
          placeholder={value === null ? t('common.missing') : ''}
          searchable
          data={choices}
          value={value === null ? [] : splitSet(value, values)}
          onChange={(next) => change(next.length === 0 ? null : setText(next))}
          styles={{ pill: { fontSize: 'var(--mantine-font-size-xs)' } }}
        />
      );
    case 'categorical':
      return (
        <Select
          {...shared}
          w={150}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${labels.attribute(name)}: ${t('common.missing')}` }}
          data={choices}
          value={value}
          onChange={change}
        />
      );
  }
}
