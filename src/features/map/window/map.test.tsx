/**
 * The map without its picture: the list with the same selection, the legend, its description, and the state of the layout.
 */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { MapScreen } from './MapScreen';
import { choose, useShownMap } from './map-store';
import { mapKey } from './use-layout';
import { useActivity } from '../../../renderer/stores/activity';
import { useSelection } from '../../../renderer/stores/selection';
import type { MadeMap } from '../contract/make-map';
import type { Progress } from '../../../shared/contract/progress';
import type { RunMap } from '../contract/map';
import type { Run } from '../../../shared/contract/run-life';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { autoencoderRun, dataset, profileRow } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const run = autoencoderRun();

const cluster = (value: string, size: number, x: number): RunMap['clusters'][number] => ({
  size,
  x,
  y: 0,
  groups: [{ value, share: 0.4, lift: 2.5 }],
  titles: [{ item: 't1', title: 'First film', share: 0.5, lift: 3 }],
  attributes: [],
});

const MAP: RunMap = {
  runId: run.runId,
  of: 'profiles',
  state: 'none',
  method: 'pca',
  basis: 'codes',
  sha256: null,
  parent: null,
  total: 4,
  placed: 4,
  ids: ['1', '2', '3', '12'],
  titles: null,
  x: [-1, -0.9, 1, 0.9],
  y: [0, 0.1, 0, -0.1],
  from: null,
  cluster: [0, 0, 0, 1],
  clusters: [cluster('drama', 3, -0.3), cluster('songs', 1, 0.9)],
  unwatched: [],
  directions: [{ direction: 0, share: 0.4, raises: 'songs', lowers: 'drama', x: 0.9, y: 0.1 }],
  attributes: [{ name: 'age', kind: 'categorical' }],
};

/** The child that the engine knows more of than its ID. */
const KNOWN = '2';

interface Told {
  kept: object[];
  stopped: object[];
  /** Ends the running layout. */
  finish: () => void;
}

function renderMap(map: Partial<RunMap> | null = {}, language: 'en' | 'ko' = 'en', shown: Run = run) {
  const told: Told = { kept: [], stopped: [], finish: () => undefined };
  const ended = new Promise<void>((resolve) => (told.finish = resolve));
  let isMade = false;
  const rendered = renderInWindow(<MapScreen />, {
    language,
    answers: (engine) => ({
      datasets: { list: engine.datasets.list.handler(() => [dataset()]) },
      runs: { list: engine.runs.list.handler(() => [shown]) },
      labels: { get: engine.labels.get.handler(() => keptLabels()) },
      profiles: {
        page: engine.profiles.page.handler(({ input: { start, filter } }) => {
          const rows = filter!.profiles!.filter((id) => id === KNOWN).map((id) => profileRow(id));
          return { all: 4, total: rows.length, start, rows };
        }),
      },
      segments: {
        keep: engine.segments.keep.handler(({ input }) => {
          told.kept.push(input);
          return { id: 's1', name: input.name, filter: input.filter, revision: 1, changedAt: '2026-11-26T12:00:00Z' };
        }),
      },
      map: {
        get: engine.map.get.handler(() => {
          return {
            ...MAP,
            ...map,
            ...(isMade && { state: 'ready' as const, method: 'layout' as const, sha256: 'ab', cluster: [0, 0, 1, 1] }),
          };
        }),
        stop: engine.map.stop.handler(({ input }) => {
          told.stopped.push(input);
          return { stopped: true };
        }),
        make: engine.map.make.handler(async function* (): AsyncGenerator<Progress, MadeMap> {
          yield { phase: 'map', detail: '', done: 1, total: 4 };
          await ended;
          isMade = true;
          return { runId: run.runId, of: 'profiles', sha256: 'ab', parent: null, total: 4, placed: 4, clusters: 2 };
        }),
        colour: engine.map.colour.handler(({ input }) =>
          input.by === 'score'
            ? { kind: 'numbers', values: [0.25, null, 0.5, 0.75], range: { low: 0.25, high: 0.75 } }
            : { kind: 'groups', groups: [{ value: '4', points: 3 }], codes: [0, 0, 0, -1] },
        ),
      },
    }),
  });
  return { ...rendered, told };
}

const key = mapKey(run.runId, 'profiles');
beforeEach(() => {
  useSelection.setState({ dataset: dataset().fingerprint, runId: run.runId });
  useShownMap.setState({ of: 'profiles', by: { profiles: 'cluster', titles: 'cluster' } });
  useActivity.setState({ works: {} });
  choose(key, { kind: 'none' });
});

const grid = async (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
/** Texts of the list's rows, by column. */
const rowsOf = (list: HTMLElement): string[][] =>
  within(list)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent ?? ''),
    );

it.each(TRIED_LANGUAGES)('describes its picture: %s', async (language) => {
  const { t } = renderMap({}, language);
  const picture = await screen.findByRole('application', { name: t('map.picture.profiles') });
  const text = document.getElementById(picture.getAttribute('aria-describedby')!)?.textContent ?? '';
  expect(text).toContain(
    t('map.summary.profiles', {
      count: t('common.profiles', { count: 4 }),
      clusters: t('map.clusters', { count: 2 }),
    }),
  );
  expect(text).toContain(t('map.basis.codes'));
});

it('selects groups in the legend by keyboard; the list shows the selection, and can show all', async () => {
  const { user, t } = renderMap();
  const list = await grid(t('map.list.profiles'));
  await waitFor(() =>
    expect(rowsOf(list).map(([name]) => name)).toEqual(['1', t('child.unnamed', { profile: KNOWN }), '3', '12']),
  );
  const legend = screen.getByRole('list', { name: t('map.legend', { name: t('map.by.cluster') }) });
  const entry = within(legend).getByRole('button', { name: 'songs 1' });
  entry.focus();
  await user.keyboard('{Enter}');
  expect(entry.getAttribute('aria-pressed')).toBe('true');
  await screen.findByText(t('map.chosen.profiles', { count: 1 }));
  const now = await grid(t('map.list.profiles'));
  await waitFor(() => expect(rowsOf(now)).toEqual([['12', 'songs', t('map.isChosen')]]));
  await user.click(screen.getByText(t('map.listAll', { count: 4 })));
  await waitFor(() => expect(rowsOf(now).map(([, , chosen]) => chosen)).toEqual(['', '', '', t('map.isChosen')]));
  await user.click(screen.getByRole('button', { name: t('map.clear') }));
  expect(entry.getAttribute('aria-pressed')).toBe('false');
});

it('says of a selection who it is, and counts no child without viewings to a taste', async () => {
  const { user, t } = renderMap({ unwatched: [2], clusters: [cluster('drama', 2, -0.3), cluster('songs', 1, 0.9)] });
  const legend = await screen.findByRole('list', { name: t('map.legend', { name: t('map.by.cluster') }) });
  expect(within(legend).getByRole('button', { name: 'drama 2' })).toBeTruthy();
  await user.click(within(legend).getByRole('button', { name: `${t('map.unwatched')} 1` }));
  const controls = within(screen.getByRole('complementary', { name: t('map.controls') }));
  await controls.findByText(/: 4 1$/);
  // In the description of the whole map too.
  expect(controls.getAllByText(t('map.unwatchedOf', { count: 1 }), { exact: false })).toHaveLength(2);
});

it('saves a text selection as a segment of these profiles', async () => {
  const { user, t, told } = renderMap();
  await user.type(await screen.findByLabelText(t('map.find')), '2');
  await screen.findByText(t('map.chosen.profiles', { count: 2 }));
  await user.type(screen.getByLabelText(t('map.segmentName')), ' Song lovers ');
  await user.click(screen.getByRole('button', { name: t('map.segmentSave') }));
  await screen.findByText(t('map.segmentSaved', { name: 'Song lovers' }));
  // The field is ready for another name, and the keyboard stays where it was.
  expect(screen.getByLabelText<HTMLInputElement>(t('map.segmentName')).value).toBe('');
  expect(document.activeElement?.textContent).toBe(t('map.segmentSave'));
  expect(told.kept).toEqual([{ data: dataset().fingerprint, name: 'Song lovers', filter: { profiles: ['2', '12'] } }]);
});

it('marks a selected row and links to its profile', async () => {
  const { user, t, place } = renderMap();
  const list = await grid(t('map.list.profiles'));
  await user.click(await within(list).findByText('12'));
  await screen.findByText(t('map.point.profiles', { id: '12' }));
  await user.click(screen.getByRole('link', { name: t('map.open.profiles') }));
  expect(place()).toBe('/compare/12/map');
});

it("numbers have a scale, and missing ones a sentence; a legend's selection stays", async () => {
  const { user, t } = renderMap();
  await user.click(await screen.findByRole('button', { name: 'songs 1' }));
  await user.click(screen.getByRole('combobox', { name: t('map.colourBy') }));
  await user.click(await screen.findByRole('option', { name: t('map.by.score') }));
  await screen.findByText(t('map.known', { count: 3 }));
  await screen.findByText(t('map.chosen.profiles', { count: 1 }));
  const list = await grid(t('map.list.profiles'));
  await waitFor(() => expect(rowsOf(list)).toEqual([['12', '0.750', t('map.isChosen')]]));
  await user.click(screen.getByRole('combobox', { name: t('map.colourBy') }));
  await user.click(await screen.findByRole('option', { name: t('labels.known.attributes.age') }));
  await screen.findByRole('button', { name: `${t('common.missing')} 1` });
});

it('the quick map is labelled until the layout is made, which can be stopped', async () => {
  const { user, t, told } = renderMap();
  await user.click(await screen.findByRole('button', { name: t('map.make') }));
  await screen.findByText(t('map.pcaMeanwhile'));
  await screen.findByRole('progressbar', { name: t('shell.work.map', { name: run.name }) });
  told.finish();
  await screen.findByText(t('map.placedAll', { total: 4 }));
  expect(told.stopped).toEqual([]);
});

it('a group that was selected stays the same profiles when the map is laid out with other groups', async () => {
  const { user, t, told } = renderMap();
  await user.click(await screen.findByRole('button', { name: 'drama 3' }));
  await screen.findByText(t('map.chosen.profiles', { count: 3 }));
  await user.click(screen.getByRole('button', { name: t('map.make') }));
  told.finish();
  const legend = await screen.findByRole('button', { name: 'drama 2' });
  screen.getByText(t('map.chosen.profiles', { count: 3 }));
  const list = await grid(t('map.list.profiles'));
  await waitFor(() =>
    expect(rowsOf(list).map(([name]) => name)).toEqual(['1', t('child.unnamed', { profile: KNOWN }), '3']),
  );
  expect(legend.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('button', { name: 'songs 2' }).getAttribute('aria-pressed')).toBe('false');
});

it('watches a layout that is already being made', async () => {
  const { user, t, told } = renderMap({ state: 'computing' });
  await screen.findByRole('progressbar', { name: t('shell.work.map', { name: run.name }) });
  await user.click(screen.getByRole('button', { name: t('common.stop') }));
  await waitFor(() => expect(told.stopped).toEqual([{ runId: run.runId, of: 'profiles' }]));
});

it('says at which map it began', async () => {
  const { t } = renderMap({
    method: 'layout',
    state: 'ready',
    parent: { runId: run.runId, sha256: 'cd' },
  });
  expect(await screen.findByText(new RegExp(t('map.begunFrom', { run: run.name })))).toBeTruthy();
});
