import { Button, Group, Kbd, Stack, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { DECISIONS } from '../contract/checks';
import { type ReviewRow } from '../contract/queue';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useDecision } from './own-decisions';
import { useDecide } from './use-decide';
import classes from './Review.module.css';

const KEYS = { fine: 'decideFine', rule: 'decideRule', again: 'decideAgain' } as const;

/** The decision about a list, and who takes care of it. @param hasKeys whether F, R, A and O decide here */
export function Decide({ runId, row, hasKeys }: { runId: string; row: ReviewRow; hasKeys: boolean }): ReactNode {
  const t = useTexts();
  const { decide, error } = useDecide(runId);
  const decision = useDecision(runId, row);
  const owner = useRef<HTMLInputElement>(null);
  /**
   * Text typed for the owner and the row it was typed over, so that another curator's newer entry is not overwritten.
   */
  const [typed, setTyped] = useState<{ text: string; row: ReviewRow } | null>(null);
  const made = decision.runId === runId || decision.runId === null ? decision.decision : null;
  const keepOwner = async (): Promise<void> => {
    if (typed === null) return;
    if (await decide({ row: typed.row, owner: typed.text.trim() }))
      setTyped((now) => (now?.text === typed.text ? null : now));
  };
  const focusOwner = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    owner.current?.focus();
  };
  useKeys(
    hasKeys
      ? [
          ...DECISIONS.map((one): [string, () => void, { usePhysicalKeys: true }] => [
            keysOf(KEYS[one])[0]!,
            () => void decide({ row, decision: one }),
            { usePhysicalKeys: true },
          ]),
          ['O', focusOwner, { usePhysicalKeys: true }],
        ]
      : [],
  );
  return (
    <Stack gap="xs" className={classes.decide}>
      <Group gap="2xs" role="group" aria-label={t('checks.decideFor', { profile: row.profile })}>
        {DECISIONS.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={made === one ? 'filled' : 'default'}
            aria-pressed={made === one}
            rightSection={hasKeys ? <Kbd size="xs">{keysOf(KEYS[one])[0]}</Kbd> : null}
            onClick={() => void decide({ row, decision: made === one ? null : one })}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </Group>
      <TextInput
        ref={owner}
        size="xs"
        label={t('checks.owner')}
        maxLength={LONGEST_KEPT_NAME}
        value={typed?.text ?? decision.owner}
        onChange={({ currentTarget: { value } }) => setTyped({ text: value, row: typed?.row ?? row })}
        onBlur={() => void keepOwner()}
        onKeyDown={(event) => event.key === 'Enter' && void keepOwner()}
      />
      {error !== null && <ErrorNotice title={t('checks.decideFailed')} error={error} />}
    </Stack>
  );
}
