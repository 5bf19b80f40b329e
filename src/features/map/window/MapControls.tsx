import { Button, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MAP_SUBJECTS, type MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import { SearchField } from '../../../renderer/components/SearchField';
import { colourKey, colourKeys, type ColourBy, colourOf } from './colour-key';
import { type Choice, useShownMap } from './map-store';
import { useColourName } from './use-colouring';

/** Switches the map between profiles and titles. */
export function Subject({ of }: { of: MapSubject }): ReactNode {
  const t = useTexts();
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('map.of')}
      value={of}
      onChange={(value) => useShownMap.setState({ of: value as MapSubject })}
      data={MAP_SUBJECTS.map((value) => ({ value, label: t(`map.subjects.${value}`) }))}
    />
  );
}

/** Controls of the map: profiles or titles, colouring, search, and whether names are drawn. */
export function MapControls({
  map,
  by,
  choice,
  onColour,
  onChoose,
}: {
  map: RunMap;
  by: ColourBy;
  choice: Choice;
  onColour: (key: string) => void;
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const t = useTexts();
  const nameOf = useColourName(map.of);
  const names = useShownMap((state) => state.names);
  return (
    <Stack gap="sm">
      <Find choice={choice} onChoose={onChoose} />
      <Select
        size="xs"
        label={t('map.colourBy')}
        allowDeselect={false}
        value={colourKey(by)}
        onChange={(key) => {
          if (key !== null) onColour(key);
        }}
        data={colourKeys(map.of, map.attributes).map((key) => ({ value: key, label: nameOf(colourOf(key, map)) }))}
      />
      <Switch
        size="xs"
        label={t('map.names')}
        checked={names}
        onChange={({ currentTarget }) => useShownMap.setState({ names: currentTarget.checked })}
      />
    </Stack>
  );
}

/** Selects the points whose ID or title contains a text. */
function Find({ choice, onChoose }: { choice: Choice; onChoose: (choice: Choice) => void }): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const tell = useDebouncedCallback(
    (text: string) => {
      onChoose(text.trim() === '' ? { kind: 'none' } : { kind: 'text', text });
      setTyped(null);
    },
    { delay: 150, flushOnUnmount: true },
  );
  return (
    <SearchField
      size="xs"
      label={t('map.find')}
      value={typed ?? (choice.kind === 'text' ? choice.text : '')}
      onText={(text) => {
        setTyped(text);
        tell(text);
      }}
      clearLabel={t('map.clearFind')}
    />
  );
}

/** The number of selected points, and a button that clears the selection. */
export function Chosen({ of, count, onClear }: { of: MapSubject; count: number; onClear: () => void }): ReactNode {
  const t = useTexts();
  return (
    <Stack gap="2xs">
      <Text size="sm" fw={600} role="status">
        {t(`map.chosen.${of}`, { count })}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconX size={13} aria-hidden />}
        onClick={onClear}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('map.clear')}
      </Button>
    </Stack>
  );
}
