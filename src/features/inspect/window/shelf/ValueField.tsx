import { ActionIcon, Group, Input, NumberInput, SegmentedControl } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';

type Frame = Pick<ComponentProps<typeof Input.Wrapper>, 'label' | 'description' | 'inputWrapperOrder'>;

/** A number with a step down and up; beyond the values in the data only by typing. */
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
  const t = useTexts();
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const stepTo = (by: 1 | -1): number | null => {
    const next = value === null ? (by === 1 ? least : most) : value + by;
    return next < least || next > most ? null : next;
  };
  const step = (by: 1 | -1): ReactNode => {
    const to = stepTo(by);
    const Icon = by === 1 ? IconPlus : IconMinus;
    return (
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t(by === 1 ? 'shelf.whatif.more' : 'shelf.whatif.less', { name })}
        aria-disabled={to === null || undefined}
        data-disabled={to === null || undefined}
        onClick={() => to !== null && onChange(to)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <Group gap="2xs" wrap="nowrap">
        {step(-1)}
        <NumberInput
          aria-label={name}
          placeholder="–"
          hideControls
          w={64}
          styles={{ input: { textAlign: 'center', fontWeight: 600 } }}
          value={value ?? ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
        {step(1)}
      </Group>
    </Input.Wrapper>
  );
}

/** One of few values, all in sight. */
export function FewValues({
  frame,
  name,
  value,
  choices,
  onChange,
}: {
  frame: Frame;
  name: string;
  value: string | null;
  choices: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
}): ReactNode {
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
