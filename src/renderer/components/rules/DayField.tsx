import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../locales/format';
import { useTexts } from '../../locales/use-texts';
import { daySchema } from '../../../shared/contract/rules';
import { MonthGrid } from './MonthGrid';

export const isDay = (text: string): boolean => daySchema.safeParse(text).success;

/** Of a day in its form, which a calendar may lack all the same. */
const IN_FORM = /^\d{4}-\d{2}-\d{2}$/;

interface Properties {
  label: string;
  /** The typed text, valid or not; empty if unset. */
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  size?: 'xs' | 'sm';
  /** Width in pixels; as wide as there is room without it. */
  w?: number;
  isNeeded?: boolean;
  /** What is wrong with a valid day. */
  error?: string | undefined;
  /** Within a sentence: its label is not shown. */
  isInline?: boolean;
}

/**
 * A date typed as YYYY-MM-DD or picked from a month; in words until one types in it. The browser's own date field would
 * use the browser's language, not the window's.
 */
export function DayField({
  label,
  value,
  onChange,
  onBlur,
  size = 'sm',
  w,
  isNeeded = false,
  isInline = false,
  error,
}: Properties): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [isTyping, setTyping] = useState(false);
  const [opened, { toggle, close }] = useDisclosure(false);
  const isWrong = value !== '' && !isDay(value);
  const choose = t('common.day.choose', { label });
  return (
    <TextInput
      size={size}
      {...(isInline
        ? { 'aria-label': label, required: isNeeded, w: 170 }
        : { label, withAsterisk: isNeeded, ...(w !== undefined && { w }) })}
      placeholder={t('common.day.form')}
      {...(isTyping && { maxLength: 10 })}
      spellCheck={false}
      autoComplete="off"
      value={isTyping ? value : format.calendarDay(value)}
      error={isWrong ? t(IN_FORM.test(value) ? 'common.day.none' : 'common.day.wrong') : error}
      onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        onBlur?.();
      }}
      rightSection={
        <Popover
          opened={opened}
          onChange={(open) => open || close()}
          position="bottom-end"
          trapFocus
          returnFocus
          withArrow
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              size={size === 'xs' ? 'sm' : 'md'}
              aria-label={choose}
              title={choose}
              onClick={toggle}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={choose}>
            {opened && (
              <MonthGrid
                chosen={isDay(value) ? value : null}
                onChoose={(day) => {
                  close();
                  onChange(day);
                }}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
