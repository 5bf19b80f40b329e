import { Button, Group, Kbd, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { useKeys } from '../../../renderer/components/use-keys';
import { chooseFirst } from '../../../renderer/stores/profile-list';

/** What both the shortcut and the button do with a profile. */
export function choosePair(first: string | null, profile: string, go: (place: string) => void): void {
  if (first === null) return chooseFirst(profile);
  chooseFirst(null);
  if (first !== profile) go(`/pair/${encodeURIComponent(first)}/${encodeURIComponent(profile)}`);
}

/** Picks two profiles to compare: the selected one first, then another. */
export function ChoosePair({
  first,
  selected,
  onChoose,
}: {
  first: string | null;
  selected: string | null;
  onChoose: (profile: string) => void;
}): ReactNode {
  const t = useTexts();
  const why =
    selected === null || selected === first ? t(first === null ? 'profiles.pairWhy' : 'profiles.pairSecond') : null;
  const group = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with the choice.
  const cancel = (): void => {
    const wasHere = group.current?.contains(document.activeElement) === true;
    chooseFirst(null);
    if (wasHere) group.current?.querySelector('button')?.focus();
  };
  useKeys(first === null ? [] : [['Escape', cancel]]);
  return (
    <Group ref={group} gap="sm" role="group" aria-label={t('profiles.pair')}>
      <ReasonedButton
        size="compact-md"
        variant="default"
        leftSection={<IconArrowsLeftRight size={15} aria-hidden />}
        reason={why}
        aria-keyshortcuts="C"
        rightSection={
          <Kbd size="sm" aria-hidden>
            C
          </Kbd>
        }
        onClick={() => selected !== null && onChoose(selected)}
      >
        {first === null ? t('profiles.pairFirst') : t('profiles.pairWith', { profile: first })}
      </ReasonedButton>
      {first !== null && (
        <Button size="compact-md" variant="subtle" color="gray" aria-keyshortcuts="Escape" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      )}
      <Text className="shelfwise-visually-hidden" role="status">
        {first === null ? '' : t('profiles.pairChosen', { profile: first })}
      </Text>
    </Group>
  );
}
