import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { LONGEST_KEPT_NAME } from '../../shared/limits';
import { useTexts } from '../locales/use-texts';

/**
 * Saves something under a name: a field and a button in one line. Without a name it says that one is needed.
 * @param props.label of the field
 * @param props.labelIs above the field where the form is all there is, as in a popover; within it where the form is one thing among others
 * @param props.action the words of the button
 * @param props.saved what was saved last under a name: another one clears the field, which keeps the focus
 * @param props.initial the name that the field begins with
 */
export function NameForm({
  label,
  labelIs,
  action,
  saved,
  initial = '',
  isBusy = false,
  onName,
}: {
  label: string;
  labelIs: 'above' | 'within';
  action: string;
  saved?: string | undefined;
  initial?: string;
  isBusy?: boolean;
  onName: (name: string) => void;
}): ReactNode {
  const t = useTexts();
  const [name, setName] = useState(initial);
  const [isMissing, setMissing] = useState(false);
  const [cleared, setCleared] = useState(saved);
  if (saved !== cleared) {
    setCleared(saved);
    setName('');
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(name.trim() === '');
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <Group gap="xs" wrap="nowrap" align={labelIs === 'above' && !isMissing ? 'flex-end' : 'flex-start'}>
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          {...(labelIs === 'above' ? { label, 'data-autofocus': true } : { 'aria-label': label, placeholder: label })}
          maxLength={LONGEST_KEPT_NAME}
          value={name}
          error={isMissing && t('common.nameNeeded')}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <Button size="xs" variant={labelIs === 'above' ? 'filled' : 'default'} type="submit" loading={isBusy}>
          {action}
        </Button>
      </Group>
    </form>
  );
}
