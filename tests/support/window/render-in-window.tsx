/**
 * Renders a component as in the window: with theme, texts, cache and addresses, and an engine with the test's answers.
 */
import { MantineProvider } from '@mantine/core';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { EngineClient } from '../../../src/renderer/connection/connect';
import { EngineProvider } from '../../../src/renderer/connection/engine-context';
import { makeQueryClient } from '../../../src/renderer/connection/query-client';
import { startTexts } from '../../../src/renderer/locales/start-texts';
import { usePreferences, type Language } from '../../../src/renderer/stores/preferences';
import { themeOf, variablesOf } from '../../../src/renderer/theme/theme';
import { textsIn, type Texts } from '../../e2e/support/texts';
import { engineOf, shellOf, type Answers, type ShellAnswers } from './engine';

export interface Rendered {
  readonly user: UserEvent;
  readonly t: Texts;
  readonly client: EngineClient;
  /** The address after #. */
  place(): string;
  unmount(): void;
  /** Makes all answers stale, as a change by another program does. */
  stale(): Promise<void>;
}

interface Options {
  answers?: Answers;
  shell?: ShellAnswers;
  language?: Language;
  /** The address after #. */
  place?: string;
}

// As long as a busy machine may take; existing elements are found at once.
configure({
  asyncUtilTimeout: 20_000,
  // Omits the whole document, which is not useful.
  getElementError: (message) => new Error(message ?? 'Something is not in the document.'),
});
// happy-dom loads no fonts; a field that grows with its text measures again when fonts arrive.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
await startTexts();
beforeEach(() => usePreferences.setState({ language: 'en' }));
afterEach(cleanup);

const THEME = themeOf({ density: 'comfortable', motion: true });
const VARIABLES = variablesOf({ density: 'comfortable', contrast: 'normal' });

export function renderInWindow(
  component: ReactNode,
  { answers, shell, language = 'en', place = '/' }: Options = {},
): Rendered {
  usePreferences.setState({ language });
  const client = engineOf(answers ?? (() => ({})));
  const { hook, history } = memoryLocation({ path: place, record: true });
  const connection = {
    client,
    queries: createTanstackQueryUtils<EngineClient>(client),
    shell: shellOf(shell ?? (() => ({}))),
  };
  const cache = makeQueryClient();
  const { unmount } = render(
    <MantineProvider theme={THEME} cssVariablesResolver={VARIABLES} env="test">
      <EngineProvider connection={connection} cache={cache}>
        <Router hook={hook}>{component}</Router>
      </EngineProvider>
    </MantineProvider>,
  );
  return {
    user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }),
    t: textsIn(language),
    client,
    place: () => history.at(-1)!,
    unmount,
    stale: () => cache.invalidateQueries(),
  };
}
