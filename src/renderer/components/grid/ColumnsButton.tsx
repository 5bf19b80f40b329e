import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { chooseColumn, fitColumns, useGridColumns } from './fitted-columns';

/** Chooses the columns of a grid, where some hide. */
export function ColumnsButton({
  kind,
  columns,
  shown,
}: {
  /** The grid for which columns are chosen. */
  kind: string;
  columns: readonly { id: string; label: string; hidesAs?: number }[];
  shown: ReadonlySet<string>;
}): ReactNode {
  const t = useTexts();
  const isChosen = useGridColumns((state) => state[kind] !== undefined);
  const hiding = columns.filter(({ hidesAs }) => hidesAs !== undefined);
  const hidden = hiding.filter(({ id }) => !shown.has(id)).length;
  if (hidden === 0 && !isChosen) return null;
  return (
    <Popover position="top-end" trapFocus withinPortal={false}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconColumns3 size={15} aria-hidden />}>
          {hidden === 0 ? t('grid.columns') : t('grid.columnsHidden', { count: hidden })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        <Stack gap="xs" role="group" aria-label={t('grid.columns')}>
          {hiding.map(({ id, label }) => (
            <Checkbox
              key={id}
              size="sm"
              label={label}
              checked={shown.has(id)}
              onChange={({ currentTarget: { checked } }) => chooseColumn(kind, id, checked)}
            />
          ))}
          <Button size="compact-sm" variant="default" disabled={!isChosen} onClick={() => fitColumns(kind)}>
            {t('grid.columnsFit')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
