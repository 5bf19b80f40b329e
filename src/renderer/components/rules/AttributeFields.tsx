/** Fields for the attributes of a condition: values of a list, or a range of numbers. */
import { Group, Select, TagsInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { AttributeDescription } from '../../../shared/contract/dataset';
import type { TitleCondition } from '../../../shared/contract/rules';
import { useLabels } from '../labels/use-labels';
import { RangeFields } from '../RangeFields';
import { NamedValues } from './NamedValues';

type Attributes = NonNullable<TitleCondition['attributes']>;
type Numbers = NonNullable<TitleCondition['numbers']>;

/** Stands for a missing value in a list of values, which are texts. */
const MISSING = '\u0000';

export function AttributeFields({
  attributes,
  value,
  onChange,
  numbers = {},
  onNumbers,
}: {
  attributes: readonly AttributeDescription[];
  value: Attributes;
  onChange: (attributes: Attributes) => void;
  numbers?: Numbers;
  /** If absent, numbers are chosen one by one. */
  onNumbers?: (numbers: Numbers) => void;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const [added, setAdded] = useState<readonly string[]>([]);
  const shown = [...new Set([...Object.keys(value), ...Object.keys(numbers), ...added])];
  const isRange = (name: string): boolean =>
    onNumbers !== undefined &&
    !Object.hasOwn(value, name) &&
    (Object.hasOwn(numbers, name) || attributes.some((one) => one.name === name && one.kind === 'numeric'));
  const others = attributes.filter(({ name }) => !shown.includes(name));
  const choose = (name: string, chosen: readonly string[]): void => {
    const next = { ...value, [name]: chosen.map((code) => (code === MISSING ? null : code)) };
    onChange(Object.fromEntries(Object.entries(next).filter(([, values]) => values.length > 0)));
  };
  return (
    <>
      {shown.map((name) =>
        isRange(name) ? (
          <Group key={name} grow gap="xs">
            <RangeFields
              labels={{
                from: t('rules.numberFrom', { name: labels.measured(name) }),
                to: t('rules.numberTo', { name: labels.measured(name) }),
              }}
              field={name === added.at(-1) ? focusField : undefined}
              value={numbers[name] ?? {}}
              onChange={(range) => onNumbers!({ ...numbers, [name]: range })}
            />
          </Group>
        ) : (
          <ValuePicker
            key={name}
            takesFocus={name === added.at(-1)}
            label={t('rules.values', { name: labels.attribute(name) })}
            attribute={attributes.find((attribute) => attribute.name === name)}
            name={name}
            value={(value[name] ?? []).map((code) => code ?? MISSING)}
            onChange={(chosen) => choose(name, chosen)}
          />
        ),
      )}
      {others.length > 0 && (
        <Select
          size="xs"
          label={t('rules.addAttribute')}
          searchable
          data={others.map(({ name }) => ({ value: name, label: labels.attribute(name) }))}
          value={null}
          onChange={(name) => name !== null && setAdded([...added, name])}
        />
      )}
    </>
  );
}

function ValuePicker({
  label,
  takesFocus,
  name,
  attribute,
  value,
  onChange,
}: {
  label: string;
  /** As it comes: an attribute was added to give it values. */
  takesFocus: boolean;
  name: string;
  attribute: AttributeDescription | undefined;
  value: string[];
  onChange: (values: string[]) => void;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const nameOf = (code: string): string => (code === MISSING ? t('common.missing') : labels.value(name, code));
  // Numbers have no list of values to pick from.
  if (attribute === undefined || attribute.kind === 'numeric')
    return (
      <TagsInput
        ref={takesFocus ? focusField : undefined}
        size="xs"
        label={label}
        value={value.filter((code) => code !== MISSING)}
        onChange={onChange}
      />
    );
  return (
    <NamedValues
      field={takesFocus ? focusField : undefined}
      label={label}
      values={[...new Set([...attribute.categories, ...value, MISSING])].map((code) => ({
        value: code,
        label: nameOf(code),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The list of attributes is still closing, and would take the focus with it. */
const focusField = (field: HTMLInputElement | null): void => void window.setTimeout(() => field?.focus());
