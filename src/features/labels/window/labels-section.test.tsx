// @vitest-environment happy-dom
/** The editor of labels on the Data screen: what is typed is saved as it is left, with undo, and newer saves are not overwritten. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { LabelsSection } from './LabelsSection';
import { dropAllTyped } from './label-drafts';
import type { Language } from '../../../renderer/stores/preferences';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { useNotices } from '../../../renderer/stores/notices';
import { useSelection } from '../../../renderer/stores/selection';
import type { Labels } from '../../../shared/contract/labels';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const open = dataset();
open.itemAttributes = [{ name: 'genre_mid', kind: 'categorical', categories: ['film', 'song'] }];
const data = open.fingerprint;

let saved: Labels;
beforeEach(() => {
  saved = keptLabels({ entries: [{ attribute: 'sex', code: 'F', label: '여아' }], revision: 1 });
  dropAllTyped(data);
  useNotices.setState({ notices: [] });
  useSelection.setState({ dataset: data });
});

const renderSection = (language: Language = 'en') =>
  renderInWindow(
    <>
      <NoticeBar />
      <LabelsSection dataset={open} />
    </>,
    {
      language,
      shell: ({ user }) => ({ user: { pickFile: user.pickFile.handler(() => '/data/labels.csv') } }),
      answers: ({ datasets, labels }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        labels: {
          get: labels.get.handler(() => saved),
          set: labels.set.handler(
            ({ input: { revision, entries = saved.entries, colours = saved.colours, timeZone = saved.timeZone } }) => {
              if (revision !== saved.revision)
                throw new ShelfwiseError('busy', say('kept.changed', { what: say('kept.labels', { data: 'd' }) }));
              saved = {
                entries,
                colours,
                timeZone,
                genres: [],
                revision: revision + 1,
                changedAt: '2026-11-26T02:00:00Z',
              };
              return saved;
            },
          ),
          readFile: labels.readFile.handler(() => ({
            entries: [{ attribute: 'sex', code: 'M', label: '남아' }],
            leftOut: [{ line: 3, text: 'region, 11, Seoul', reason: 'unknown' as const }],
          })),
        },
      }),
    },
  );

const field = (name: string): Promise<HTMLInputElement> => screen.findByLabelText<HTMLInputElement>(name);

it.each(TRIED_LANGUAGES)(
  'saves typed text, trimmed, as its field is left, in %s',
  { tags: ['thorough'] },
  async (language) => {
    const { user, t } = renderSection(language);
    const girl = await field(t('labels.labelOf', { name: 'F' }));
    expect(girl.value).toBe('여아');
    const boy = await field(t('labels.labelOf', { name: 'M' }));
    // Shown without a label.
    expect([boy.value, boy.placeholder]).toEqual(['', t('labels.known.values.sex.M')]);
    await user.type(boy, ' Boys ');
    expect(saved.revision).toBe(1);
    await user.clear(girl);
    await user.tab();
    await expect.poll(() => saved.entries).toEqual([{ attribute: 'sex', code: 'M', label: 'Boys' }]);
    await screen.findByDisplayValue('Boys');
    expect(screen.queryByText(t('labels.save'))).toBeNull();
    // The last change is taken back, the one before stays.
    await user.click(await screen.findByRole('button', { name: t('versions.undo') }));
    await expect.poll(() => saved.entries.map(({ label }) => label).toSorted()).toEqual(['Boys', '여아']);
  },
);

it('takes a label back by Ctrl+Z in the next field, and what is typed there by the browser', async () => {
  const { user, t } = renderSection();
  const boy = await field(t('labels.labelOf', { name: 'M' }));
  await user.type(boy, 'Boys');
  await user.keyboard('{Control>}z{/Control}');
  expect(saved.revision).toBe(1);
  await user.tab();
  await expect.poll(() => saved.entries).toHaveLength(2);
  await screen.findByRole('button', { name: t('versions.undo') });
  expect(screen.getByText(t('labels.savedAs', { name: 'M', label: 'Boys' }))).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await expect.poll(() => saved.entries.map(({ label }) => label)).toEqual(['여아']);
});

it('saves what was typed where the screen is left by a key', { tags: ['thorough'] }, async () => {
  const { user, t, unmount } = renderSection();
  await user.type(await field(t('labels.labelOf', { name: 'F' })), '!');
  unmount();
  await expect.poll(() => saved.entries[0]!.label).toBe('여아!');
});

it(
  'saves on top of what another window saved; its own label for the same thing is refused, and stays typed',
  { tags: ['thorough'] },
  async () => {
    const { user, t } = renderSection();
    await user.type(await field(t('labels.labelOf', { name: 'F' })), '!');
    saved = { ...saved, revision: 2, timeZone: 'Asia/Seoul' };
    await user.tab();
    await expect
      .poll(() => saved)
      .toMatchObject({ revision: 3, timeZone: 'Asia/Seoul', entries: [{ label: '여아!' }] });

    await user.type(await field(t('labels.labelOf', { name: 'F' })), '?');
    saved = { ...saved, revision: 4, entries: [{ attribute: 'sex', code: 'F', label: 'Girls' }] };
    await user.tab();
    expect((await screen.findByRole('alert')).textContent).toContain(t('labels.failed'));
    await screen.findByDisplayValue('여아!?');
    expect(saved.entries[0]!.label).toBe('Girls');
    await user.click(screen.getByText(t('labels.discard')));
    await screen.findByDisplayValue('Girls');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(saved.revision).toBe(4);
  },
);

it('a refused label is saved on request, once its reader has been told', { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  await user.type(await field(t('labels.labelOf', { name: 'F' })), '!');
  saved = { ...saved, revision: 2, entries: [{ attribute: 'sex', code: 'F', label: 'Girls' }] };
  await user.tab();
  await user.click(await screen.findByText(t('labels.save')));
  await expect.poll(() => saved.entries[0]!.label).toBe('여아!');
});

it('offers Undo as long as nothing else was saved', { tags: ['thorough'] }, async () => {
  const { user, t, client, stale } = renderSection();
  await user.type(await field(t('labels.labelOf', { name: 'F' })), '!{Enter}');
  await screen.findByRole('button', { name: t('versions.undo') });
  await client.labels.set({ data, revision: saved.revision, timeZone: 'Asia/Seoul' });
  await stale();
  await waitFor(() => expect(screen.queryByRole('button', { name: t('versions.undo') })).toBeNull());
  expect(saved.entries.map(({ label }) => label)).toEqual(['여아!']);
});

it('adds the labels of a table, and names the skipped rows', { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  await field(t('labels.labelOf', { name: 'M' }));
  await user.click(screen.getByText(t('labels.read')));
  await screen.findByDisplayValue('남아');
  const told = await screen.findByText(
    t('labels.leftOut', { line: 3, text: 'region, 11, Seoul', why: t('labels.why.unknown') }),
  );
  expect(told.closest('[role=status]')!.textContent).toContain(t('labels.added', { count: 1 }));
  expect(saved.entries).toHaveLength(2);
});

it('picks the colour of a genre if titles are grouped by the attribute', { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  const attribute = await screen.findByLabelText(t('labels.attribute'), { selector: 'input' });
  expect(screen.queryByText(t('labels.colour'))).toBeNull();
  await user.click(attribute);
  await user.click(await screen.findByRole('option', { name: /genre_mid/, hidden: true }));
  const colour = await screen.findByLabelText(t('labels.colourOf', { genre: 'song' }), { selector: 'input' });
  expect((colour as HTMLInputElement).value).toBe(t('labels.automatic'));
  const row = colour.closest('tr')!;
  expect(row.querySelector('svg[data-colour]')!.getAttribute('data-colour')).toBe('sky');
  await user.click(colour);
  await user.click(
    within(
      await screen.findByRole('listbox', { name: t('labels.colourOf', { genre: 'song' }), hidden: true }),
    ).getByText(t('labels.colours.purple')),
  );
  await screen.findByDisplayValue(t('labels.colours.purple'));
  expect(saved.colours).toEqual([{ genre: 'song', colour: 'purple' }]);
});
