import { Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Step, StepState } from '../contract/steps';
import classes from './Week.module.css';

/**
 * A step of the board: one line with its number, and, where it waits for somebody, what it is about and what to do.
 * @param properties.number the figure of the step; a dash for null, nothing while it is undefined
 * @param properties.strip what a folded step shows by covers
 */
export function StepRow({
  step,
  state,
  number,
  text,
  strip,
  action,
  note,
  children,
}: {
  step: Step;
  state: StepState;
  number?: number | null | undefined;
  text: ReactNode;
  strip?: ReactNode;
  action?: ReactNode;
  /** Told below the line, also of a folded step. */
  note?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const id = useId();
  const isOpen = state === 'now' || state === 'harm';
  return (
    <li className={classes.step} data-state={state} data-step={step} aria-labelledby={id}>
      <div className={classes.row}>
        <span className={classes.dot} aria-hidden>
          {state === 'done' && <IconCheck size={14} stroke={2.4} />}
        </span>
        <Title order={2} id={id} className={classes.name}>
          <span>{t(`week.step.${step}`)}</span>
          <VisuallyHidden> ({t(`week.${state}`)})</VisuallyHidden>
        </Title>
        <div className={classes.said}>
          {number !== undefined && (
            <span className={classes.number}>{number === null ? '–' : format.count(number)}</span>
          )}
          <span>{text}</span>
        </div>
        {!isOpen && strip !== undefined && <div className={classes.strip}>{strip}</div>}
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </div>
      {note !== undefined && <div className={classes.note}>{note}</div>}
      {isOpen && children !== undefined && <div className={classes.open}>{children}</div>}
    </li>
  );
}
