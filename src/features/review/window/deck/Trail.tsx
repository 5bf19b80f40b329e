import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keysOf } from '../../../../renderer/components/shortcuts';
import { useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { addError } from '../../../../renderer/stores/notices';
import { dropStep, type Step, useTrail } from './trail';
import classes from './Trail.module.css';

const KEYS = { fine: 'decideFine', rule: 'decideRule', again: 'decideAgain' } as const;

/** The last decisions, the latest last, each with its own way back; Ctrl+Z takes back the latest. */
export function Trail({ runId }: { runId: string }): ReactNode {
  const t = useTexts();
  const steps = useTrail(runId);
  const undo = ({ id, undo: takeBack }: Step): void => {
    dropStep(runId, id);
    takeBack().catch((error: unknown) => {
      // One that was not saved is told where it failed.
      if (error !== null) addError(t('versions.undoFailed'), error);
    });
  };
  const latest = steps.at(-1);
  useKeys(latest === undefined ? [] : [['mod+Z', () => undo(latest), { usePhysicalKeys: true }]]);
  return (
    <ol className={classes.trail} aria-label={t('deck.trail')}>
      {steps.map((step) => {
        const { id, decision, who, others } = step;
        const whom = others === 0 ? who : t('deck.and', { who, count: others });
        return (
          <li key={id}>
            <Kbd size="xs" aria-hidden>
              {keysOf(KEYS[decision])[0]}
            </Kbd>
            <span>
              {whom}: {t(`checks.decisions.${decision}`)}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('deck.undo', { what: `${whom}, ${t(`checks.decisions.${decision}`)}` })}
              {...(step === latest && { 'aria-keyshortcuts': 'Control+Z', title: keysOf('undo').join('+') })}
              onClick={() => undo(step)}
            >
              {step === latest ? t('deck.undoWord') : <IconArrowBackUp size={16} aria-hidden />}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
