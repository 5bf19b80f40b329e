/** A name of a file, a sheet or a column: chosen from those in the folder, or typed. */
import { Autocomplete, type ComboboxItem, type ComboboxParsedItem, type AutocompleteProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface NameFieldProps extends Omit<AutocompleteProps, 'data' | 'onChange' | 'value'> {
  /** Names that exist; any other can be typed. They may arrive after the typing. */
  data: string[];
  value: string;
  onChange: (name: string) => void;
}

/**
 * Its list closes once the typed name is one of those offered: it would cover the button below the form. A click on the field or an arrow
 * key opens it again.
 */
export function NameField({ data, value, onChange, ...props }: NameFieldProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  /** Whether a click or an arrow asked for the list since the last letter. */
  const [isAsked, setAsked] = useState(false);
  return (
    <Autocomplete
      {...props}
      data={data}
      value={value}
      filter={allWhereChosen}
      dropdownOpened={isOpen && (isAsked || !data.includes(value))}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={(name) => {
        setAsked(false);
        onChange(name);
      }}
      onClick={() => setAsked(true)}
      onKeyDown={({ key }) => {
        if (key === 'ArrowDown' || key === 'ArrowUp') setAsked(true);
      }}
      rightSection={<IconChevronDown size={15} aria-hidden />}
      rightSectionPointerEvents="none"
    />
  );
}

/** What was typed narrows the list; a name that was chosen from it does not, or no other could be. */
function allWhereChosen({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxParsedItem[] {
  const items = options as ComboboxItem[];
  const typed = search.trim().toLowerCase();
  if (items.some(({ value }) => value === search)) return items;
  return items.filter(({ value }) => value.toLowerCase().includes(typed));
}
