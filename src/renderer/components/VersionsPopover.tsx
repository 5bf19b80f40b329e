/** A button that shows what something with a name was before. */
import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function VersionsPopover({
  name,
  size,
  children,
}: {
  name: string;
  size: number | 'sm';
  /** The list; asked for only while it is shown. */
  children: (close: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
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
        <ActionIcon size={size} variant="default" aria-label={label} title={label} onClick={toggle}>
          <IconHistory size={14} aria-hidden />
        </ActionIcon>
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
