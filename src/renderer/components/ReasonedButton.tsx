import { Button, Group, Text, Tooltip, type ButtonProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useNarrow } from './use-narrow';

interface Properties extends ButtonProps {
  /** Why the button is disabled; null if it is enabled. */
  reason: string | null;
  onClick: () => void;
  title?: string;
  children: ReactNode;
  /** Shows the reason below the button, if there is no room beside it. */
  below?: boolean;
  /** Shows the reason over the button while it is pointed at, touched or focused, where it would move what stands around. */
  over?: boolean;
}

/**
 * A button that shows a reason while disabled. It stays reachable by keyboard, so that a screen reader reads the
 * reason.
 */
export function ReasonedButton({
  reason,
  onClick,
  below = false,
  over = false,
  children,
  ...button
}: Properties): ReactNode {
  const id = useId();
  // On a phone, a reason that has no room beside the button stands below it.
  const wraps = useNarrow() || below;
  return (
    <Group
      gap={wraps ? 'var(--mantine-spacing-2xs) var(--mantine-spacing-sm)' : 'sm'}
      wrap={wraps ? 'wrap' : 'nowrap'}
      align="center"
    >
      <Tooltip label={reason} disabled={!over || reason === null} events={{ hover: true, focus: true, touch: true }}>
        <Button
          {...button}
          aria-disabled={reason === null ? undefined : true}
          {...(reason === null
            ? {}
            : { variant: 'default', c: 'dimmed', style: { cursor: 'not-allowed', flexShrink: 0 } })}
          aria-describedby={reason === null ? undefined : id}
          onClick={() => {
            if (reason === null) onClick();
          }}
        >
          {children}
        </Button>
      </Tooltip>
      {reason !== null && (
        <Text
          id={id}
          size="sm"
          c="dimmed"
          w={below ? '100%' : undefined}
          className={over ? 'shelfwise-visually-hidden' : undefined}
        >
          {reason}
        </Text>
      )}
    </Group>
  );
}
