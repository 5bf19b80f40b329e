import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** A button that opens the earlier versions of something with a name. */
export function VersionsPopover({
  name,
  size,
  children,
}: {
  name: string;
  /** `named` for a button with its name beside the icon. */
  size: number | 'sm' | 'named';
  /** The list; only rendered while it is open. */
  children: (close: () => void) => ReactNode;
}): ReactNode {
  const t = useTexts();
  const [opened, { toggle, close }] = useDisclosure(false);
  const label = t('versions.of', { name });
  return (
    <Popover
      opened={opened}
      onChange={(open) => open || close()}
      width={340}
      position="bottom-end"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        {size === 'named' ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconHistory size={14} aria-hidden />}
            aria-label={label}
            onClick={toggle}
          >
            {t('versions.title')}
          </Button>
        ) : (
          <ActionIcon size={size} variant="default" aria-label={label} title={label} onClick={toggle}>
            <IconHistory size={14} aria-hidden />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          <Text fw={600} size="sm">
            {t('versions.title')}
          </Text>
          {opened && children(close)}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
