import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TunedItem } from '../../../shared/contract/tuning';
import { RULES_OF_TITLE, type RuleOfTitle } from './use-rule-of-title';

const KEYS: Record<RuleOfTitle, string> = { pin: 'P', boost: 'B', hide: 'H' };

/** Menu at the end of a list row that starts a rule about its title. */
export function RuleMenu({
  item: { item, title },
  onRule,
}: {
  item: TunedItem;
  onRule: (kind: RuleOfTitle) => void;
}): ReactNode {
  const t = useTexts();
  const label = t('rules.menu', { title: title ?? item });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label}>
          <IconDotsVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {RULES_OF_TITLE.map((kind) => (
          <Menu.Item key={kind} rightSection={<Kbd size="sm">{KEYS[kind]}</Kbd>} onClick={() => onRule(kind)}>
            {t(`rules.of-title.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
