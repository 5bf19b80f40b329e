import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Properties extends Omit<TextInputProps, 'value' | 'onChange' | 'leftSection' | 'rightSection'> {
  value: string;
  onText: (text: string) => void;
  /** Accessible name of the clear button. */
  clearLabel: string;
}

/** A search field with a button that clears it. */
export function SearchField({ value, onText, clearLabel, ...others }: Properties): ReactNode {
  return (
    <TextInput
      {...others}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={clearLabel} onClick={() => onText('')}>
            <IconX size={14} />
          </ActionIcon>
        )
      }
    />
  );
}
