import { ActionIcon, Group, Input, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';

type Frame = Pick<ComponentProps<typeof Input.Wrapper>, 'label' | 'description' | 'inputWrapperOrder'>;

/** Steps down and up around a value. @param to what a step leads to; undefined for no further */
function Steps<Value>({
  frame,
  name,
  to,
  onChange,
  children,
}: {
  frame: Frame;
  name: string;
  to: (by: 1 | -1) => Value | undefined;
  onChange: (value: Value) => void;
  children: ReactNode;
}): ReactNode {
  const t = useTexts();
  const step = (by: 1 | -1): ReactNode => {
    const next = to(by);
    const Icon = by === 1 ? IconPlus : IconMinus;
    return (
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t(by === 1 ? 'shelf.whatif.more' : 'shelf.whatif.less', { name })}
        aria-disabled={next === undefined || undefined}
        data-disabled={next === undefined || undefined}
        onClick={() => next !== undefined && onChange(next)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Group gap="2xs" wrap="nowrap">
        {step(-1)}
        {children}
        {step(1)}
      </Group>
    </Input.Wrapper>
  );
}

/** A number, stepped within the data; beyond it by typing. */
export function NumberSteps({
  frame,
  name,
  value,
  known,
  onChange,
}: {
  frame: Frame;
  name: string;
  /** Null: it has none. */
  value: number | null;
  /** Values in the data. */
  known: readonly number[];
  onChange: (value: number | null) => void;
}): ReactNode {
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const stepTo = (by: 1 | -1): number | undefined => {
    const next = value === null ? (by === 1 ? least : most) : value + by;
    return next < least || next > most ? undefined : next;
  };
  return (
    <Steps frame={frame} name={name} to={stepTo} onChange={onChange}>
      <NumberInput
        aria-label={name}
        placeholder="–"
        hideControls
        w={64}
        styles={{ input: { textAlign: 'center', fontWeight: 600 } }}
        value={value ?? ''}
        onChange={(next) => onChange(next === '' ? null : Number(next))}
      />
    </Steps>
  );
}

interface Chosen {
  frame: Frame;
  name: string;
  /** Null: it has none. */
  value: string | null;
  choices: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
}

/** One of values that have an order, of which missing is the first. @param choices in order */
export function OrderedSteps({ frame, name, value, choices, onChange }: Chosen): ReactNode {
  const t = useTexts();
  const at = choices.findIndex((choice) => choice.value === value);
  const stepTo = (by: 1 | -1): string | null | undefined => (at + by === -1 ? null : choices[at + by]?.value);
  return (
    <Steps frame={frame} name={name} to={stepTo} onChange={onChange}>
      <Text component="output" fw={600} ta="center" miw={64}>
        {choices[at]?.label ?? t('common.missing')}
      </Text>
    </Steps>
  );
}

/** One of few values, all in sight. */
export function FewValues({ frame, name, value, choices, onChange }: Chosen): ReactNode {
  const t = useTexts();
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={name}
        value={value ?? ''}
        onChange={(next) => onChange(next === '' ? null : next)}
        data={[...choices, { value: '', label: t('common.missing') }]}
      />
    </Input.Wrapper>
  );
}
