import { Popover } from '@mantine/core';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { BlankText } from './blanks';
import classes from './Sentence.module.css';

/** A blank of a sentence: shows what it says, and opens a small picker below it. Enter and Escape close it. */
export function Blank({
  label,
  says: { text, isMissing = false, isUsual = false, cover, count },
  isOpen,
  onOpen,
  onClose,
  children,
}: {
  label: string;
  says: BlankText;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  /** The fields of its picker. */
  children: () => ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <Picker
      label={label}
      isOpen={isOpen}
      onClose={onClose}
      fields={children}
      target={
        <button
          type="button"
          className={classes.blank}
          aria-label={t('rules.blank', { label, text })}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          data-missing={isMissing || undefined}
          data-usual={isUsual || undefined}
          onClick={isOpen ? onClose : onOpen}
        >
          {cover !== undefined && (
            <span className={classes.cover}>
              <TitleCover item={cover.item} title={cover.title} size="fill" />
            </span>
          )}
          <span>{text}</span>
          {count !== undefined && <span className={classes.count}>{format.count(count)}</span>}
        </button>
      }
    />
  );
}

const FIRST_FIELD = 'input:not([type="hidden"]):not([type="radio"]), input:checked';

/** A picker below what opened it, which gets the focus back. */
export function Picker({
  label,
  isOpen,
  onClose,
  target,
  fields,
}: {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  target: ReactNode;
  fields: () => ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  // Once as it opens: what is typed later renders the sentence anew, and the focus is no longer in the first field.
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = window.setTimeout(() => {
      const field = box.current?.querySelector<HTMLInputElement>(FIRST_FIELD);
      field?.focus();
      field?.select();
    });
    return () => window.clearTimeout(timer);
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return undefined;
    // Lists of choices and calendars of its fields stand outside it, in layers of their own.
    const onPress = ({ target: pressed }: PointerEvent): void => {
      const isInside =
        pressed instanceof Element &&
        (box.current?.contains(pressed) === true || pressed.closest(`[data-portal], [data-picker="${id}"]`) !== null);
      if (!isInside) onClose();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [isOpen, onClose, id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target: of, nativeEvent } = event;
    if (nativeEvent.isComposing || event.isDefaultPrevented()) return;
    const expanded = of instanceof Element ? of.closest('input[aria-expanded="true"]') : null;
    const isExpanded = expanded !== null;
    // A list of choices opens with its field by itself, and goes with it; a calendar was asked for, and goes first.
    if (key === 'Escape' && (!isExpanded || expanded.getAttribute('aria-haspopup') === 'listbox')) {
      event.stopPropagation();
      onClose();
    }
    if (key !== 'Enter' || isExpanded || !(of instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (of.getAttribute('aria-invalid') !== 'true') onClose();
  };
  return (
    <Popover
      opened={isOpen}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withRoles={false}
      position="bottom-start"
      width={340}
      returnFocus
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <span className={classes.target} data-picker={id}>
          {target}
        </span>
      </Popover.Target>
      <Popover.Dropdown ref={box} role="dialog" aria-label={label} onKeyDown={onKeyDown}>
        {isOpen && fields()}
      </Popover.Dropdown>
    </Popover>
  );
}
