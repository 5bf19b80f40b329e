import { Group, Slider, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** ID of the text at the foot of the tuning, which tells what the slider in hand does. */
export const HELP = 'tuning-help';

/** A slider with its name and its value in words above it. */
export function Knob({
  label,
  value,
  onChange,
  range,
  format,
  marks,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  range: { min: number; max: number; step: number };
  format: (value: number) => string;
  marks?: { value: number; label?: string }[];
}): ReactNode {
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap" mb="2xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="sm" c="dimmed">
          {format(value)}
        </Text>
      </Group>
      <Slider
        thumbLabel={label}
        thumbValueText={format(value)}
        thumbProps={{ 'aria-describedby': HELP }}
        label={null}
        size="sm"
        mb={marks === undefined ? 0 : 'lg'}
        {...range}
        value={value}
        // Rounds, because steps of a tenth are not exact in binary.
        onChange={(next) => onChange(Number(next.toFixed(4)))}
        {...(marks === undefined ? {} : { marks })}
      />
    </div>
  );
}
