/** The path dialog with a slow host: whatever the user does meanwhile affects only the shown folder. */
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { NO_LAST_FOLDERS } from '../../../shared/processes/last-folders';
import { useLastFolders } from '../../stores/last-folders';
import { PathDialog } from './PathDialog';
import type { Language } from '../../../shared/words/templates';
import { askForPath } from '../../connection/path-request';
import { ShelfwiseError } from '../../../shared/errors';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';

beforeEach(() => useLastFolders.setState(NO_LAST_FOLDERS));

const LISTS = { name: 'CSV', extensions: ['csv'] };

/** A host where every folder contains another one, and whose path answers wait for `answer`. */
function renderDialog(language: Language = 'en'): Rendered & { answer: () => void } {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const rendered = renderInWindow(<PathDialog />, {
    language,
    shell: ({ host, page }) => ({
      host: {
        pathState: host.pathState.handler(async ({ input }) => {
          await answered;
          const { path } = input;
          return { path, kind: path.endsWith('new.csv') ? 'missing' : path.endsWith('.csv') ? 'file' : 'folder' };
        }),
      },
      page: {
        listFolder: page.listFolder.handler(({ input: { folder = '/home' } }) => {
          if (folder === '/gone') throw new ShelfwiseError('not-found', 'Not found: /gone');
          return {
            folder,
            parent: '/',
            separator: '/',
            entries: [
              { kind: 'folder', name: `in ${folder}`, path: `${folder}/below` },
              { kind: 'file', name: 'submission.csv', path: `${folder}/submission.csv` },
            ],
            truncated: false,
          };
        }),
      },
    }),
  });
  return { ...rendered, answer: () => answer() };
}

const type = ({ t }: Rendered, path: string): boolean =>
  fireEvent.change(screen.getByLabelText(t('paths.address')), { target: { value: path } });
const click = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
/** Waits until the dialog lists this folder. */
const lists = (folder: string): Promise<HTMLElement> => screen.findByRole('button', { name: `in ${folder}` });
/** A dialog starts in the last one's folder. */
const anyList = (): Promise<HTMLElement> => screen.findByRole('button', { name: /^in / });

it('saves only into the opened folder, however soon after Go', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  const chosen = askForPath({ kind: 'save', suggestedName: 'first.csv', filter: LISTS });
  await anyList();
  type(rendered, '/elsewhere');
  click(t('paths.go'));
  // Immediately: nothing has been answered.
  click(t('paths.save'));
  answer();
  await lists('/elsewhere');
  click(t('paths.save'));
  expect(await chosen).toBe('/elsewhere/first.csv');
});

it('opens a typed folder before saving into it', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  answer();
  const chosen = askForPath({ kind: 'save', suggestedName: 'second.csv', filter: LISTS });
  await anyList();
  type(rendered, '/typed');
  click(t('paths.save'));
  await lists('/typed');
  click(t('paths.save'));
  expect(await chosen).toBe('/typed/second.csv');
});

it('saves into a typed folder at once where that replaces no file', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  answer();
  const chosen = askForPath({ kind: 'save', suggestedName: 'new.csv', filter: LISTS });
  await anyList();
  type(rendered, '/typed');
  click(t('paths.save'));
  expect(await chosen).toBe('/typed/new.csv');
});

it('stays in a folder clicked after Go, although Go is answered later', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  const chosen = askForPath({ kind: 'save', suggestedName: 'third.csv', filter: LISTS });
  const below = await anyList();
  const start = below.textContent.slice('in '.length);
  type(rendered, '/late');
  click(t('paths.go'));
  fireEvent.click(below);
  answer();
  await lists(`${start}/below`);
  click(t('paths.save'));
  expect(await chosen).toBe(`${start}/below/third.csv`);
});

it('starts anew for each request, and a late answer does not affect the next', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  const first = askForPath({ kind: 'file', filter: LISTS });
  await anyList();
  type(rendered, '/home/key.csv');
  click(t('paths.go'));
  const second = askForPath({ kind: 'save', suggestedName: 'fourth.csv', filter: LISTS });
  expect(await first).toBeNull();
  const name: HTMLInputElement = await screen.findByLabelText(t('paths.name'));
  expect(name.value).toBe('fourth.csv');
  answer();
  await anyList();
  click(t('paths.save'));
  expect(await second).toMatch(/fourth\.csv$/);
});

it('lets typed text replace an address that arrives while the field is in use', async () => {
  const { t } = renderDialog();
  void askForPath({ kind: 'folder', purpose: 'data' });
  const address = await screen.findByLabelText<HTMLInputElement>(t('paths.address'));
  address.focus();
  await anyList();
  const { value, selectionStart, selectionEnd } = address;
  expect(value).toBe('/home');
  expect([selectionStart, selectionEnd]).toEqual([0, value.length]);
});

it('keeps a typed folder that is not found, to be corrected, and selects an address that nobody typed', async () => {
  const { user, t } = renderDialog();
  void askForPath({ kind: 'folder', purpose: 'data' });
  await anyList();
  const address = screen.getByLabelText<HTMLInputElement>(t('paths.address'));
  address.blur();
  address.setSelectionRange(0, 0);
  address.focus();
  expect(address.value.slice(address.selectionStart!, address.selectionEnd!)).toBe(address.value);
  await user.keyboard('/gone{Enter}');
  await screen.findAllByText(/Not found/);
  expect(address.value).toBe('/gone');
});

it.each([
  ['en', 'new', 'Choose the folder with what is new'],
  ['ko', 'new', '새 데이터가 든 폴더 선택'],
  ['en', 'pictures', 'Choose the folder with the pictures of titles'],
  ['ko', 'data', '데이터 폴더 선택'],
] as const)('says for what a folder is chosen (%s, %s)', async (language, purpose, title) => {
  renderDialog(language);
  void askForPath({ kind: 'folder', purpose });
  expect(await screen.findByRole('dialog', { name: title })).toBeTruthy();
});

it('begins where a file was saved last, also to open another kind of file', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  answer();
  const saved = askForPath({ kind: 'save', suggestedName: 'new.csv', filter: LISTS });
  await anyList();
  type(rendered, '/exports');
  click(t('paths.save'));
  expect(await saved).toBe('/exports/new.csv');
  void askForPath({ kind: 'file', filter: { name: 'Bundle', extensions: ['shelfwise'] } });
  await lists('/exports');
  void askForPath({ kind: 'save', suggestedName: 'report.html', filter: { name: 'HTML', extensions: ['html'] } });
  await screen.findByLabelText(t('paths.name'));
  await lists('/exports');
});

it('proposes a name that replaces no file, and warns of one that was typed', async () => {
  const { t, user } = renderDialog();
  const chosen = askForPath({ kind: 'save', suggestedName: 'submission.csv', filter: LISTS });
  await anyList();
  const name = screen.getByLabelText<HTMLInputElement>(t('paths.name'));
  expect(name.value).toMatch(/^submission - \d{4}-\d{2}-\d{2}\.csv$/);
  expect(screen.queryByText(t('paths.replaces'))).toBeNull();
  await user.clear(name);
  await user.type(name, 'submission.csv');
  screen.getByText(t('paths.replaces'));
  click(t('paths.save'));
  expect(await chosen).toMatch(/\/submission\.csv$/);
});
