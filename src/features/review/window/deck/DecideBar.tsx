import { Button, Checkbox, Kbd } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { keysOf } from '../../../../renderer/components/shortcuts';
import { isTyping, useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { DECISIONS } from '../../contract/checks';
import type { Step } from './trail';
import type { Deck, Others } from './use-deck';
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
 * The three decisions about a card, by a press or a key; with Shift or a box, about other lists too: those that are alike, or all of its cause.
 * @param props.nameOf how a cause is called
 * @param props.onDecide gets the others that it is about
 */
export function DecideBar({
  alike,
  cause,
  nameOf,
  onDecide,
}: Pick<Deck, 'alike' | 'cause'> & {
  nameOf: (check: string) => string;
  onDecide: (decision: Step['decision'], others: Others | null) => void;
}): ReactNode {
  const t = useTexts();
  const [chosen, setChosen] = useState<'alike' | 'cause' | null>(null);
  const isShift = useShift();
  const withShift = chosen === 'cause' ? cause : (alike ?? cause);
  const without = chosen === null ? null : { alike, cause }[chosen];
  const others = isShift ? withShift : without;
  useKeys(
    DECISIONS.flatMap((one) => {
      const [letter] = keysOf(KEYS[one]);
      return [
        [letter!, () => onDecide(one, without), { usePhysicalKeys: true }],
        [`shift+${letter}`, () => onDecide(one, withShift), { usePhysicalKeys: true }],
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
            onClick={() => onDecide(one, others)}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </div>
      <div className={classes.boxes}>
        {(['alike', 'cause'] as const).map((which) => {
          const of = { alike, cause }[which];
          return (
            of !== null && (
              <Checkbox
                key={which}
                classNames={{
                  root: classes.alike,
                  body: classes.alike,
                  labelWrapper: classes.alike,
                  label: classes.line,
                }}
                checked={others === of}
                onChange={({ currentTarget }) => setChosen(currentTarget.checked ? which : null)}
                label={
                  <>
                    {which === 'cause'
                      ? t('deck.ofCause', { count: of.count, cause: nameOf(of.of.check) })
                      : of.of.title === null
                        ? t('deck.alikeReason', { count: of.count })
                        : t('deck.alike', { count: of.count, title: of.of.title })}{' '}
                    {of === (alike ?? cause) && (
                      <Kbd size="xs" aria-hidden>
                        ⇧
                      </Kbd>
                    )}
                  </>
                }
              />
            )
          );
        })}
      </div>
    </footer>
  );
}
