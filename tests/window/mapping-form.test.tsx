// @vitest-environment happy-dom
/** The form that says which columns are which: it begins with the engine's proposal, and sends exactly what stands in it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ErrorNotice } from '../../src/renderer/components/ErrorNotice';
import { ImportFailed } from '../../src/renderer/screens/data/ImportFailed';
import { MappingForm } from '../../src/renderer/screens/data/MappingForm';
import type { Mapping } from '../../src/shared/contract';
import { ShelfwiseError } from '../../src/shared/errors';
import { say } from '../../src/shared/sentences/sentence';
import { dataset } from './support/records';
import { renderInWindow, type Rendered } from './support/render-in-window';

const PROPOSAL: Mapping = {
  events: { file: 'views.csv', profile: 'kid', item: 'show', time: 'at' },
  profiles: {
    file: 'kids.csv',
    profile: 'kid',
    attributes: ['age', { name: 'likes', kind: 'set', columns: ['likes_1', 'likes_2'] }],
  },
};

/** What the engine says of a folder whose files have other names. */
const UNKNOWN = new ShelfwiseError(
  'bad-data',
  say('import.no-profiles', { folder: '/data/kids', file: 'profile_data.csv' }),
);

/** The form on an engine that proposes this, and with which mappings the folder was read. */
function renderForm(form: React.ReactNode, proposed: Mapping | null = PROPOSAL) {
  const read: (Mapping | undefined)[] = [];
  const rendered = renderInWindow(form, {
    shell: ({ host }) => ({ host: { addRecentFolder: host.addRecentFolder.handler(() => undefined) } }),
    answers: ({ datasets }) => ({
      datasets: {
        list: datasets.list.handler(() => []),
        proposeMapping: datasets.proposeMapping.handler(() => ({ mapping: proposed, guessed: ['events.item'] })),
        import: datasets.import.handler(async function* ({ input }) {
          read.push(input.mapping);
          yield { phase: 'read', detail: '', done: 1, total: 1 };
          return { ...dataset(), imported: true };
        }),
      },
    }),
  });
  return { ...rendered, read };
}

const group = ({ t }: Rendered, name: 'events' | 'profiles' | 'items') =>
  within(screen.getByRole('group', { name: t(`data.mappingGroups.${name}`) }));
const readIt = ({ user, t }: Rendered): Promise<void> =>
  user.click(screen.getByRole('button', { name: t('data.mappingRead') }));

it('shows what the engine proposes, and which of it is a guess', async () => {
  const form = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />);
  const { t } = form;
  await screen.findByText(t('data.mappingProposed'));
  // Nothing is wrong yet, and the reason is told all the same.
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('profile_data.csv');
  const events = group(form, 'events');
  expect(events.getByLabelText<HTMLInputElement>(t('data.mappingFields.item')).value).toBe('show');
  const guess = screen.getByText(t('data.mappingGuessed'));
  expect(events.getByLabelText(t('data.mappingFields.item')).getAttribute('aria-describedby')).toBe(guess.id);
});

it('reads with what stands in it, and keeps how an attribute is spelled out', async () => {
  const form = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />);
  const { user, t, read } = form;
  await screen.findByText(t('data.mappingProposed'));
  const events = group(form, 'events');
  await user.clear(events.getByLabelText(t('data.mappingFields.time')));
  await user.clear(group(form, 'profiles').getByLabelText(t('data.mappingFields.attributes')));
  await user.paste('likes, town');
  await readIt(form);
  await waitFor(() => expect(read).toHaveLength(1));
  expect(read[0]).toEqual({
    events: { file: 'views.csv', profile: 'kid', item: 'show' },
    profiles: {
      file: 'kids.csv',
      profile: 'kid',
      attributes: [{ name: 'likes', kind: 'set', columns: ['likes_1', 'likes_2'] }, 'town'],
    },
  });
});

it('reads nothing before it has the names that are needed, and says which', async () => {
  const form = renderForm(<MappingForm folder="/data/kids" mapping={null} />);
  const { user, t, read } = form;
  await readIt(form);
  expect(screen.getAllByText(t('data.mappingNeeded'))).toHaveLength(3);
  const events = group(form, 'events');
  for (const [field, name] of [
    ['file', 'views.csv'],
    ['profile', 'kid'],
    ['item', 'show'],
  ] as const) {
    await user.click(events.getByLabelText(t(`data.mappingFields.${field}`)));
    await user.paste(name);
  }
  // A file of titles needs the column of their IDs, too.
  const items = group(form, 'items');
  await user.click(items.getByLabelText(t('data.mappingFields.file')));
  await user.paste('shows.csv');
  await readIt(form);
  expect(screen.getAllByText(t('data.mappingNeeded'))).toHaveLength(1);
  expect(read).toEqual([]);
  await user.click(items.getByLabelText(t('data.mappingFields.item')));
  await user.paste('show');
  await readIt(form);
  await waitFor(() => expect(read).toHaveLength(1));
  expect(read[0]!.items).toEqual({ file: 'shows.csv', item: 'show', attributes: [] });
});

it('is empty where no file looks like a history, and claims no proposal', async () => {
  const { t } = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />, null);
  const [file] = await screen.findAllByLabelText<HTMLInputElement>(t('data.mappingFields.file'));
  expect(file!.value).toBe('');
  expect(screen.getByRole('alert').textContent).toContain('profile_data.csv');
  expect(screen.queryByText(t('data.mappingProposed'))).toBeNull();
});

it.each(['en', 'ko'] as const)(
  'is led to by an error that names no flag of the command line, in the language %s',
  (language) => {
    const error = new ShelfwiseError(
      'bad-data',
      say('import.no-profiles', { folder: '/data/kids', file: 'profile_data.csv' }),
    );
    renderInWindow(<ErrorNotice error={error} />, { language });
    expect(screen.getByRole('alert').textContent).toContain('profile_data.csv');
    expect(screen.getByRole('alert').textContent).not.toContain('--map');
  },
);
