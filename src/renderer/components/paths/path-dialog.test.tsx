/** The dialog for a path, where the host answers late: what a person does meanwhile goes to no other place than the one that is shown. */
import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PathDialog } from './PathDialog';
import { askForPath } from '../../connection/path-request';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';

const LISTS = { name: 'CSV', extensions: ['csv'] };

/** A host where every folder holds one more, whose answer about a path waits for `answer`. */
function renderDialog(): Rendered & { answer: () => void } {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const rendered = renderInWindow(<PathDialog />, {
    shell: ({ host, page }) => ({
      host: {
        pathState: host.pathState.handler(async ({ input }) => {
          await answered;
          return { path: input.path, kind: input.path.endsWith('.csv') ? 'file' : 'folder' };
        }),
      },
      page: {
        listFolder: page.listFolder.handler(({ input: { folder = '/home' } }) => ({
          folder,
          parent: '/',
          separator: '/',
          entries: [{ kind: 'folder', name: `in ${folder}`, path: `${folder}/below` }],
          truncated: false,
        })),
      },
    }),
  });
  return { ...rendered, answer: () => answer() };
}

const type = ({ t }: Rendered, path: string): boolean =>
  fireEvent.change(screen.getByLabelText(t('paths.address')), { target: { value: path } });
const click = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
/** What the dialog lists is the content of this folder. */
const lists = (folder: string): Promise<HTMLElement> => screen.findByRole('button', { name: `in ${folder}` });
/** A dialog begins in the folder of the last one. */
const anyList = (): Promise<HTMLElement> => screen.findByRole('button', { name: /^in / });

it('saves into no folder but the one that was gone to, however soon after Go', async () => {
  const rendered = renderDialog();
  const { t, answer } = rendered;
  const chosen = askForPath({ kind: 'save', suggestedName: 'first.csv', filter: LISTS });
  await anyList();
  type(rendered, '/elsewhere');
  click(t('paths.go'));
  // In the same breath: nothing has been answered.
  click(t('paths.save'));
  answer();
  await lists('/elsewhere');
  click(t('paths.save'));
  expect(await chosen).toBe('/elsewhere/first.csv');
});

it('goes to a typed folder before anything is saved into it', async () => {
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

it('stays in a folder that was clicked after Go, though Go is answered later', async () => {
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

it('asks anew for each request, and a late answer to one leaves the next alone', async () => {
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

it('lets what is typed take the place of an address that comes while the field is in use', async () => {
  const { t } = renderDialog();
  void askForPath({ kind: 'folder' });
  const address = await screen.findByLabelText<HTMLInputElement>(t('paths.address'));
  address.focus();
  await anyList();
  const { value, selectionStart, selectionEnd } = address;
  expect(value).toBe('/home');
  expect([selectionStart, selectionEnd]).toEqual([0, value.length]);
});
