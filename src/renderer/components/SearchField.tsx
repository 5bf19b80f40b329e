import { ActionIcon, Kbd, TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef, type KeyboardEvent as ReactKeyboardEvent, type ReactNode } from 'react';
import { useOpenList } from '../stores/open-list';
import { keysOf } from './shortcuts';
import { useKeys } from './use-keys';

const KEY = keysOf('find').join('+');

/** The search field of the open screen. */
export const SEARCH_FIELD = `input[aria-keyshortcuts="${KEY}"]`;

interface Properties extends Omit<TextInputProps, 'value' | 'onChange' | 'leftSection' | 'rightSection'> {
  value: string;
  onText: (text: string) => void;
  /** Accessible name of the clear button. */
  clearLabel: string;
}

/**
 * The search field of a screen, with a button that clears it. A key leads into it from anywhere on the screen, and Enter
 * or the arrow down from it into the list of the screen.
 */
export function SearchField({ value, onText, clearLabel, ...others }: Properties): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const enter = (event: KeyboardEvent): void => {
    // The key is not typed into the field.
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  };
  useKeys([[KEY, enter]]);
  const leave = (event: ReactKeyboardEvent): void => {
    const { enter: enterList } = useOpenList.getState();
    if (enterList === null || event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    enterList();
  };
  return (
    <TextInput
      {...others}
      ref={field}
      value={value}
      aria-keyshortcuts={KEY}
      onKeyDown={leave}
      onChange={(event) => onText(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        value === '' ? (
          <Kbd size="xs" className="shelfwise-keys" aria-hidden>
            {KEY}
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
