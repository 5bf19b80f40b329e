import { ActionIcon, Kbd, TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { keysOf } from './shortcuts';
import { useKeys } from './use-keys';

interface Properties extends Omit<TextInputProps, 'value' | 'onChange' | 'leftSection' | 'rightSection'> {
  value: string;
  onText: (text: string) => void;
  /** Accessible name of the clear button. */
  clearLabel: string;
}

/** The search field of a screen, with a button that clears it. A key leads into it from anywhere on the screen. */
export function SearchField({ value, onText, clearLabel, ...others }: Properties): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const key = keysOf('find').join('+');
  const enter = (event: KeyboardEvent): void => {
    // The key is not typed into the field.
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  };
  useKeys([[key, enter]]);
  return (
    <TextInput
      {...others}
      ref={field}
      value={value}
      aria-keyshortcuts={key}
      onChange={(event) => onText(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        value === '' ? (
          <Kbd size="xs" className="shelfwise-keys" aria-hidden>
            {key}
          </Kbd>
        ) : (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={clearLabel} onClick={() => onText('')}>
            <IconX size={14} />
          </ActionIcon>
        )
      }
    />
  );
}
