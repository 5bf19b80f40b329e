import { Button, Checkbox, Kbd } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { keysOf } from '../../../../renderer/components/shortcuts';
import { isTyping, useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { DECISIONS } from '../../contract/checks';
import type { Step } from './trail';
import type { Deck } from './use-deck';
import classes from './Card.module.css';

const KEYS = { fine: 'decideFine', rule: 'decideRule', again: 'decideAgain' } as const;

/** Whether Shift is held, as long as no text is typed. */
function useShift(): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const follow = (event: KeyboardEvent): void => setHeld(event.shiftKey && !isTyping(event.target));
    const end = (): void => setHeld(false);
    document.addEventListener('keydown', follow);
    document.addEventListener('keyup', follow);
    window.addEventListener('blur', end);
    return () => {
      document.removeEventListener('keydown', follow);
      document.removeEventListener('keyup', follow);
      window.removeEventListener('blur', end);
    };
  }, []);
  return isHeld;
}

/**
 * The three decisions about a card, by a press or a key; with Shift or the box, about all lists that are alike.
 * @param props.onDecide gets whether it is about all of them
 */
export function DecideBar({
  alike,
  onDecide,
}: {
  alike: Deck['alike'];
  onDecide: (decision: Step['decision'], isForAll: boolean) => void;
}): ReactNode {
  const t = useTexts();
  const [isChosen, setChosen] = useState(false);
  const isForAll = useShift() || isChosen;
  useKeys(
    DECISIONS.flatMap((one) => {
      const [letter] = keysOf(KEYS[one]);
      return [
        [letter!, () => onDecide(one, isChosen), { usePhysicalKeys: true }],
        [`shift+${letter}`, () => onDecide(one, true), { usePhysicalKeys: true }],
      ] as [string, () => void, { usePhysicalKeys: true }][];
    }),
  );
  return (
    <footer className={classes.decide}>
      <div className={classes.keys}>
        {DECISIONS.map((one) => (
          <Button
            key={one}
            size="md"
            variant="light"
            leftSection={
              <Kbd size="xs" aria-hidden>
                {keysOf(KEYS[one])[0]}
              </Kbd>
            }
            aria-keyshortcuts={keysOf(KEYS[one])[0]}
            onClick={() => onDecide(one, isForAll)}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </div>
      {alike !== null && (
        <Checkbox
          classNames={{ root: classes.alike, body: classes.alike, labelWrapper: classes.alike, label: classes.line }}
          checked={isForAll}
          onChange={({ currentTarget }) => setChosen(currentTarget.checked)}
          label={
            <>
              {alike.of.title === null
                ? t('deck.alikeReason', { count: alike.count })
                : t('deck.alike', { count: alike.count, title: alike.of.title })}{' '}
              <Kbd size="xs" aria-hidden>
                ⇧
              </Kbd>
            </>
          }
        />
      )}
    </footer>
  );
}
