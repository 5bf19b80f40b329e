import { Button, Group, Popover, Stack, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

interface Properties extends ButtonProps {
  label: string;
  question: string;
  consequences: ReactNode;
  onConfirm: () => void;
}

/** A button for what is hard to undo: asks once, in place, and says what it affects. */
export function ConfirmButton({ label, question, consequences, onConfirm, ...button }: Properties): ReactNode {
  const t = useTexts();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => open || close()}
      width={360}
      position="bottom-end"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Button variant="default" {...button} onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={question}>
        <Stack gap="sm">
          <Text fw={600}>{question}</Text>
          <Text size="sm" component="div">
            {consequences}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              size="xs"
              color="brick.8"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
