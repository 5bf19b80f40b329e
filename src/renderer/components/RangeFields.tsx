import { NumberInput } from '@mantine/core';
import { useState, type ReactNode, type Ref } from 'react';
import type { NumberRange } from '../../shared/contract/rules';
import { isEmptyRange } from '../../shared/values/empty-range';
import { useTexts } from '../locales/use-texts';
import { oneNumber } from './one-number';

/** What the numbers may be: `any`, whole from 0 on, or shares from 0 on, which have four decimals. */
type Kind = 'any' | 'count' | 'share';

const OF_KIND = {
  any: {},
  count: { allowDecimal: false, min: 0 },
  share: { decimalScale: 4, min: 0, step: 0.05 },
} as const;

/** The two ends of a range of numbers. A range that begins above its end is told at the end, and stays as it was typed. */
export function RangeFields({
  labels,
  short,
  kind = 'any',
  field,
  value,
  onChange,
}: {
  labels: Record<'from' | 'to', string>;
  /** Stands within the fields, whose labels are only read out then. */
  short?: Record<'from' | 'to', string>;
  kind?: Kind;
  /** Of the first of them. */
  field?: Ref<HTMLInputElement> | undefined;
  value: NumberRange;
  onChange: (range: NumberRange) => void;
}): ReactNode {
  const t = useTexts();
  return (['from', 'to'] as const).map((end) => (
    <RangeEnd
      key={end}
      label={labels[end]}
      short={short?.[end]}
      kind={kind}
      error={end === 'to' && isEmptyRange(value) && t('condition.emptyRange', { typed: `${value.from}-${value.to}` })}
      field={end === 'from' ? field : undefined}
      value={value[end]}
      onChange={(number) => {
        const { [end]: _, ...other } = value;
        onChange(number === undefined ? other : { ...other, [end]: number });
      }}
    />
  ));
}

/** One end of a range. What is typed stays as it is while it means the same number: "4." comes before "4.5". */
function RangeEnd({
  label,
  short,
  kind,
  error,
  field,
  value,
  onChange,
}: {
  label: string;
  short: string | undefined;
  kind: Kind;
  error: string | false;
  field: Ref<HTMLInputElement> | undefined;
  value: number | undefined;
  onChange: (number: number | undefined) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | number>('');
  return (
    <NumberInput
      {...oneNumber}
      {...OF_KIND[kind]}
      {...(short === undefined ? { label } : { 'aria-label': label, placeholder: short })}
      ref={field}
      size="xs"
      error={error}
      value={numberTyped(typed) === value ? typed : (value ?? '')}
      onChange={(next) => {
        setTyped(next);
        onChange(numberTyped(next));
      }}
    />
  );
}

const numberTyped = (typed: string | number): number | undefined =>
  typed === '' || !Number.isFinite(Number(typed)) ? undefined : Number(typed);
