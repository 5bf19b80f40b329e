/** The form that assigns columns: it starts with the engine's proposal, and sends exactly its content. */
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ImportFailed } from './ImportFailed';
import { CheckMapping } from './CheckMapping';
import { LookAtFolder } from './LookAtFolder';
import { NameField } from './NameField';
import type { FolderView, Mapping } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';

const PROPOSAL: Mapping = {
  events: { file: 'views.csv', profile: 'kid', item: 'show', time: 'at' },
  profiles: {
    file: 'kids.csv',
    profile: 'kid',
    attributes: ['age', { name: 'likes', kind: 'set', columns: ['likes_1', 'likes_2'] }],
  },
};

/** The engine's error for a folder with unknown file names. */
const UNKNOWN = new ShelfwiseError(
  'bad-data',
  say('import.no-profiles', { folder: '/data/kids', file: 'profile_data.csv' }),
);

const VIEW: FolderView = {
  folder: '/data/kids',
  layout: null,
  problem: null,
  files: [
    {
      file: 'views.csv',
      bytes: 2_000_000,
      role: null,
      columns: ['kid', 'show', 'at', 'seconds'],
      rows: [
        ['k1', 's7', '2026-03-01', '120'],
        ['k2', 's9', '2026-03-02', '30'],
      ],
    },
    { file: 'kids.csv', bytes: 900, role: null, columns: ['kid', 'age', 'town'], rows: [['k1', '4', 'Busan']] },
    { file: 'notes.txt', bytes: 12, role: null, columns: [], rows: [] },
  ],
  allFiles: 3,
  mapping: PROPOSAL,
  guessed: ['events.item'],
};

/** The form on an engine with this proposal, and the mappings by which the folder was read. */
function renderForm(form: React.ReactNode, view: Partial<FolderView> = {}) {
  const read: (Mapping | undefined)[] = [];
  const rendered = renderInWindow(form, {
    shell: ({ host }) => ({ host: { addRecentFolder: host.addRecentFolder.handler(() => undefined) } }),
    answers: ({ datasets }) => ({
      datasets: {
        list: datasets.list.handler(() => []),
        look: datasets.look.handler(() => ({ ...VIEW, ...view })),
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

it("shows the engine's proposal, and which of it is a guess", async () => {
  const form = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />);
  const { t } = form;
  await screen.findByText(t('data.mappingProposed'));
  // Not an error yet, but the reason is shown.
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('profile_data.csv');
  const events = group(form, 'events');
  expect(events.getByLabelText<HTMLInputElement>(t('data.mappingFields.item'), { selector: 'input' }).value).toBe(
    'show',
  );
  const guess = screen.getByText(t('data.mappingGuessed'));
  expect(
    events.getByLabelText(t('data.mappingFields.item'), { selector: 'input' }).getAttribute('aria-describedby'),
  ).toBe(guess.id);
});

it('reads with its content, and keeps details of an attribute', { tags: ['thorough'] }, async () => {
  const form = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />);
  const { user, t, read } = form;
  await screen.findByText(t('data.mappingProposed'));
  const events = group(form, 'events');
  await user.clear(events.getByLabelText(t('data.mappingFields.time'), { selector: 'input' }));
  const attributes = group(form, 'profiles').getByLabelText(t('data.mappingFields.attributes'), { selector: 'input' });
  // Removes the last two, and picks or types others.
  await user.type(attributes, '{Backspace}{Backspace}');
  await user.type(attributes, 'likes{Enter}town{Enter}');
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

it('reads nothing without the required names, and lists them', { tags: ['thorough'] }, async () => {
  const form = renderForm(<CheckMapping folder="/data/kids" mapping={null} view={null} />);
  const { user, t, read } = form;
  await readIt(form);
  expect(screen.getAllByText(t('data.mappingNeeded'))).toHaveLength(3);
  const events = group(form, 'events');
  for (const [field, name] of [
    ['file', 'views.csv'],
    ['profile', 'kid'],
    ['item', 'show'],
  ] as const) {
    await user.click(events.getByLabelText(t(`data.mappingFields.${field}`), { selector: 'input' }));
    await user.paste(name);
  }
  // A file of titles also needs its ID column.
  const items = group(form, 'items');
  await user.click(items.getByLabelText(t('data.mappingFields.file'), { selector: 'input' }));
  await user.paste('shows.csv');
  await readIt(form);
  expect(screen.getAllByText(t('data.mappingNeeded'))).toHaveLength(1);
  expect(read).toEqual([]);
  await user.click(items.getByLabelText(t('data.mappingFields.item'), { selector: 'input' }));
  await user.paste('show');
  await readIt(form);
  await waitFor(() => expect(read).toHaveLength(1));
  expect(read[0]!.items).toEqual({ file: 'shows.csv', item: 'show', attributes: [] });
});

it('is empty if no file looks like a history, and claims no proposal', { tags: ['thorough'] }, async () => {
  const { t } = renderForm(<ImportFailed folder="/data/kids" mapping={null} error={UNKNOWN} />, {
    mapping: null,
    guessed: [],
  });
  const [file] = await screen.findAllByLabelText<HTMLInputElement>(t('data.mappingFields.file'), { selector: 'input' });
  expect(file!.value).toBe('');
  expect(screen.getByRole('alert').textContent).toContain('profile_data.csv');
  expect(screen.queryByText(t('data.mappingProposed'))).toBeNull();
});

describe('a folder before it is read', () => {
  const look = (view: Partial<FolderView> = {}) => renderForm(<LookAtFolder folder="/data/kids" back={null} />, view);
  const meaningsIn = (file: string): string[] =>
    within(screen.getByRole('region', { name: `First rows of ${file}` }))
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);

  it("shows the first rows of each file, and each column's meaning by the form", { tags: ['thorough'] }, async () => {
    const form = look();
    const { user, t } = form;
    await screen.findByText(t('data.mappingProposed'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(meaningsIn('views.csv')).toEqual(['kidchild ID', 'showtitle ID', 'attime', 'secondsnot used']);
    expect(meaningsIn('kids.csv')).toEqual(['kidchild ID', 'ageattribute', 'townnot used']);
    expect(screen.getByRole('cell', { name: 'Busan' })).toBeTruthy();
    expect(screen.getByText(t('data.look.noTable'))).toBeTruthy();
    // The list offers all columns of the file, not only the chosen one.
    const time = group(form, 'events').getByLabelText(t('data.mappingFields.time'), { selector: 'input' });
    await user.click(time);
    await user.click(await screen.findByRole('option', { name: 'seconds' }));
    expect(meaningsIn('views.csv')).toEqual(['kidchild ID', 'showtitle ID', 'atnot used', 'secondstime']);
  });

  it(
    'offers no more once a typed name is complete, until a click or an arrow',
    { tags: ['thorough', 'rare'] },
    async () => {
      const form = look();
      const { user, t } = form;
      await screen.findByText(t('data.mappingProposed'));
      const time = group(form, 'events').getByLabelText(t('data.mappingFields.time'), { selector: 'input' });
      await user.clear(time);
      await user.type(time, 'second');
      await screen.findByRole('option', { name: 'seconds' });
      await user.type(time, 's', { skipClick: true });
      expect(screen.queryByRole('option')).toBeNull();
      expect(time.getAttribute('aria-expanded')).toBe('false');
      await user.keyboard('{ArrowDown}');
      await screen.findByRole('option', { name: 'at' });
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
      await user.click(time);
      await screen.findByRole('option', { name: 'at' });
      await user.tab();
      await waitFor(() => expect(screen.queryByRole('option', { name: 'at' })).toBeNull());
    },
  );

  it('opens no list over what follows when names arrive after the typing', async () => {
    function Typed(): React.ReactNode {
      const [value, setValue] = useState('');
      const [data, setData] = useState<string[]>([]);
      return (
        <>
          <NameField label="Title" data={data} value={value} onChange={setValue} />
          <button onMouseEnter={() => setData(['show', 'shows'])}>arrive</button>
        </>
      );
    }
    const { user } = renderInWindow(<Typed />);
    const field = screen.getByLabelText('Title', { selector: 'input' });
    await user.type(field, 'show');
    await user.hover(screen.getByRole('button', { name: 'arrive' }));
    expect(screen.queryByRole('option')).toBeNull();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: 'shows' });
  });

  it("is read by the button at the top, with the form's content", { tags: ['thorough'] }, async () => {
    const form = look();
    const { user, t, read } = form;
    await screen.findByText(t('data.mappingProposed'));
    await user.click(screen.getByRole('button', { name: t('data.look.read') }));
    await waitFor(() => expect(read).toEqual([PROPOSAL]));
  });

  it('of a layout that is known needs no form', async () => {
    const { user, t, read } = look({
      layout: 'contest',
      problem: null,
      files: VIEW.files.map((file, at) => ({ ...file, role: (['history', 'profiles', 'ignored'] as const)[at]! })),
    });
    await screen.findByText(t('data.look.recognised', { layout: t('data.layouts.contest') }));
    expect(screen.queryByRole('group', { name: t('data.mappingGroups.events') })).toBeNull();
    expect(screen.getByText(t('data.roles.history'))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: t('data.look.read') }));
    await waitFor(() => expect(read).toEqual([undefined]));
  });

  it('without any table cannot be read, and shows what it contains', async () => {
    const { t } = look({ mapping: null, guessed: [], files: VIEW.files.slice(2), allFiles: 1 });
    await screen.findByText(t('data.look.nothing'));
    expect(screen.queryByRole('button', { name: t('data.look.read') })).toBeNull();
    expect(screen.getByText('notes.txt')).toBeTruthy();
  });
});

it.each(['en', 'ko'] as const)(
  'is reached from an error that names no command line flag, in the language %s',
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

it(
  'asks for the sheet of a workbook, and offers the columns of that sheet',
  { tags: ['thorough', 'rare'] },
  async () => {
    const sheet = (name: string, isFirst: boolean, columns: string[]): FolderView['files'][number] => ({
      file: 'shows.xlsx',
      bytes: 9000,
      role: null,
      sheet: { name, isFirst },
      columns,
      rows: [columns],
    });
    const files = [
      VIEW.files[0]!,
      sheet('Cover', true, ['note', 'by']),
      sheet('Titles', false, ['show', 'name', 'kind']),
    ];
    const form = renderForm(<LookAtFolder folder="/data/kids" back={null} />, { files, mapping: null });
    const { t, user, read } = form;
    await screen.findByText('shows.xlsx: Titles');
    const textbox = (of: 'events' | 'items', field: 'file' | 'sheet' | 'profile' | 'item'): HTMLElement =>
      group(form, of).getByLabelText(t(`data.mappingFields.${field}`), { selector: 'input' });
    expect(group(form, 'items').queryByLabelText(t('data.mappingFields.sheet'), { selector: 'input' })).toBeNull();
    const choose = async (field: 'file' | 'sheet' | 'item', value: string): Promise<void> => {
      await user.click(textbox('items', field));
      await user.click(await screen.findByRole('option', { name: value }));
    };
    await choose('file', 'shows.xlsx');
    await choose('sheet', 'Titles');
    await choose('item', 'show');
    await user.click(textbox('events', 'file'));
    expect(screen.queryByRole('option', { name: 'shows.xlsx' })).toBeNull();
    await user.click(await screen.findByRole('option', { name: 'views.csv' }));
    await user.type(textbox('events', 'profile'), 'kid');
    await user.type(textbox('events', 'item'), 'show');
    await readIt(form);
    await waitFor(() => {
      expect(read).toEqual([
        {
          events: { file: 'views.csv', profile: 'kid', item: 'show' },
          items: { file: 'shows.xlsx', sheet: 'Titles', item: 'show', attributes: [] },
        },
      ]);
    });
  },
);
