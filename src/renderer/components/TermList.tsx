import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { GLOSSARY, type Term } from '../../shared/guide/glossary';
import { OTHER_LANGUAGE, usePreferences } from '../stores/preferences';

export const termId = (term: Term): string => `term-${term}`;

/** Terms and their meanings, with the name in the other language, which colleagues or files may use. */
export function TermList({ terms }: { terms: readonly Term[] }): ReactNode {
  const t = useTexts();
  const other = OTHER_LANGUAGE[usePreferences((state) => state.language)];
  return (
    <dl style={{ margin: 0 }}>
      {terms.map((term) => (
        <div
          key={term}
          id={termId(term)}
          tabIndex={-1}
          style={{ marginBottom: 'var(--mantine-spacing-xs)', outline: 'none' }}
        >
          <Text component="dt" size="sm" fw={600}>
            {t(`help.terms.${term}`)}{' '}
            <Text span size="xs" fw={400} c="dimmed" lang={other}>
              {GLOSSARY[term].name[other]}
            </Text>
          </Text>
          <Text component="dd" size="sm" m={0}>
            {t(`help.meanings.${term}`)}
          </Text>
        </div>
      ))}
    </dl>
  );
}
