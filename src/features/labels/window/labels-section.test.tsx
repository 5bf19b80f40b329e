// @vitest-environment happy-dom
/** The editor of labels on the Data screen: typed text stays until saved, and newer saves are not overwritten. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { LabelsSection } from './LabelsSection';
import { dropLabelDraft } from './label-drafts';
import type { Language } from '../../../renderer/stores/preferences';
import { useSelection } from '../../../renderer/stores/selection';
import { type Labels, NO_LABELS } from '../../../shared/contract/labels';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { triedOf } from '../../../../tests/support/tried';

const open = dataset();
open.itemAttributes = [{ name: 'genre_mid', kind: 'categorical', categories: ['film', 'song'] }];
const data = open.fingerprint;

let saved: Labels;
beforeEach(() => {
  saved = { ...NO_LABELS, entries: [{ attribute: 'sex', code: 'F', label: '여아' }], revision: 1, changedAt: null };
  dropLabelDraft(data);
  useSelection.setState({ dataset: data });
});

const renderSection = (language: Language = 'en') =>
  renderInWindow(<LabelsSection dataset={open} />, {
    language,
    shell: ({ user }) => ({ user: { pickFile: user.pickFile.handler(() => '/data/labels.csv') } }),
    answers: ({ datasets, labels }) => ({
      datasets: { list: datasets.list.handler(() => [open]) },
      labels: {
        get: labels.get.handler(() => saved),
        set: labels.set.handler(({ input: { revision, entries = [], colours = [], timeZone = 'UTC' } }) => {
          if (revision !== saved.revision)
            throw new ShelfwiseError('busy', say('kept.changed', { what: say('kept.labels', { data: 'd' }) }));
          saved = { entries, colours, timeZone, genres: [], revision: revision + 1, changedAt: '2026-11-26T02:00:00Z' };
          return saved;
        }),
        readFile: labels.readFile.handler(() => ({
          entries: [{ attribute: 'sex', code: 'M', label: '남아' }],
          leftOut: [{ line: 3, text: 'region, 11, Seoul', reason: 'unknown' as const }],
        })),
      },
    }),
  });

const field = (name: string): Promise<HTMLInputElement> => screen.findByLabelText<HTMLInputElement>(name);

it.each(triedOf<'en' | 'ko'>(['ko'], ['en']))(
  'saves typed text, trimmed, in %s',
  { tags: ['thorough'] },
  async (language) => {
    const { user, t } = renderSection(language);
    const girl = await field(t('labels.labelOf', { name: 'F' }));
    expect(girl.value).toBe('여아');
    const boy = await field(t('labels.labelOf', { name: 'M' }));
    // Shown without a label.
    expect([boy.value, boy.placeholder]).toEqual(['', t('labels.known.values.sex.M')]);
    await user.type(boy, ' Boys ');
    await user.clear(girl);
    await user.click(screen.getByText(t('labels.save')));
    await screen.findByDisplayValue('Boys');
    expect(saved.entries).toEqual([{ attribute: 'sex', code: 'M', label: 'Boys' }]);
    expect(screen.queryByText(t('labels.save'))).toBeNull();
  },
);

it('keeps typed text while another screen is shown, and discards it on request', { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  await user.type(await field(t('labels.labelOf', { name: 'F' })), '!');
  const again = renderSection();
  expect((await screen.findAllByDisplayValue('여아!')).length).toBeGreaterThan(0);
  await again.user.click(screen.getAllByText(t('labels.discard'))[0]!);
  expect((await screen.findAllByDisplayValue('여아')).length).toBeGreaterThan(0);
  expect(saved.revision).toBe(1);
});

it("reports another user's save meanwhile, and loses nothing of the typed text", { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  await user.type(await field(t('labels.labelOf', { name: 'F' })), '!');
  saved = { ...saved, revision: 2, timeZone: 'Asia/Seoul' };
  await user.click(screen.getByText(t('labels.save')));
  expect((await screen.findByRole('alert')).textContent).toContain(t('labels.failed'));
  await screen.findByDisplayValue('여아!');
  expect(saved.entries[0]!.label).toBe('여아');
  await user.click(screen.getByText(t('labels.discard')));
  const zone = (): HTMLInputElement => screen.getByLabelText(t('labels.timeZone'), { selector: 'input' });
  await waitFor(() => expect(zone().value).toBe('Asia/Seoul'));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('adds the labels of a table, and names the skipped rows', { tags: ['thorough'] }, async () => {
  const { user, t } = renderSection();
  await field(t('labels.labelOf', { name: 'M' }));
  await user.click(screen.getByText(t('labels.read')));
  await screen.findByDisplayValue('남아');
  const told = await screen.findByText(new RegExp(t('labels.added', { count: 1 })));
  expect(told.closest('[role=status]')!.textContent).toContain(
    t('labels.leftOut', { line: 3, text: 'region, 11, Seoul', why: t('labels.why.unknown') }),
  );
  // It is stored only on Save.
  expect(saved.revision).toBe(1);
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
  await user.click(screen.getByText(t('labels.save')));
  await screen.findByDisplayValue(t('labels.colours.purple'));
  expect(saved.colours).toEqual([{ genre: 'song', colour: 'purple' }]);
});
