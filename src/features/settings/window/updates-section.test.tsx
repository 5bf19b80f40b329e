import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../../shared/processes/updates';
import { ShelfwiseError } from '../../../shared/errors';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { UpdatesSection } from './UpdatesSection';

const offer = { version: '1.1.0', date: '2026-12-01', notes: { en: 'Faster.', ko: '더 빠릅니다.' }, bytes: 150e6 };
const QUIET: UpdateState = { madeAt: null, updatesItself: true, agreed: false, step: { kind: 'not-looked' } };

/** A desktop that goes from step to step, and the calls that were made of it. */
function open(first: UpdateState, { language = 'en' as const, fails = null as ShelfwiseError | null } = {}) {
  let state = first;
  const called: string[] = [];
  const to = (name: string, changes: Partial<UpdateState>) => {
    called.push(name);
    if (fails !== null) throw fails;
    return (state = { ...state, ...changes });
  };
  const rendered = renderInWindow(<UpdatesSection />, {
    language,
    shell: ({ desktop }) => ({
      desktop: {
        updates: {
          state: desktop.updates.state.handler(() => state),
          agree: desktop.updates.agree.handler(({ input }) => to('agree', { agreed: input.agreed })),
          look: desktop.updates.look.handler(() => to('look', { step: { kind: 'offered', offer } })),
          download: desktop.updates.download.handler(() => to('download', { step: { kind: 'ready', offer } })),
          stop: desktop.updates.stop.handler(() => to('stop', {})),
          install: desktop.updates.install.handler(() => to('install', {})),
        },
      },
    }),
  });
  return { ...rendered, called };
}

describe('updates', () => {
  it('are off until the user agrees; then notes come before the download, and the download before the installer', async () => {
    const { user, t, called } = open(QUIET);
    const agree = await screen.findByRole('switch', { name: t('updates.agree') });
    expect(screen.queryByRole('button')).toBe(null);
    expect(called).toEqual([]);
    await user.click(agree);
    await user.click(await screen.findByRole('button', { name: t('updates.look') }));
    expect(await screen.findByText('Faster.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /Download \(150/ }));
    await user.click(await screen.findByRole('button', { name: t('updates.install') }));
    expect(called).toEqual(['agree', 'look', 'download', 'install']);
  });

  it('that are refused say why, and can be looked for again', async () => {
    const fails = new ShelfwiseError('busy', 'A run is training.');
    const { user, t } = open({ ...QUIET, agreed: true }, { fails });
    await user.click(await screen.findByRole('button', { name: t('updates.look') }));
    expect(await screen.findByText(/A run is training/)).toBeDefined();
    expect(screen.getByRole('button', { name: t('updates.look') })).toBeDefined();
  });

  it('that are looked for or downloaded can be cancelled, which is no failure', async () => {
    let refuse: () => void = () => undefined;
    const waiting = () =>
      new Promise<UpdateState>((_, reject) => {
        refuse = () => reject(new ShelfwiseError('stopped', 'It was stopped.'));
      });
    const agreed: UpdateState = { ...QUIET, agreed: true };
    let state = agreed;
    const { user, t } = renderInWindow(<UpdatesSection />, {
      shell: ({ desktop: { updates } }) => ({
        desktop: {
          updates: {
            state: updates.state.handler(() => state),
            look: updates.look.handler(waiting),
            stop: updates.stop.handler(() => {
              refuse();
              return (state = { ...agreed, step: { kind: 'offered', offer } });
            }),
            download: updates.download.handler(() => {
              state = { ...agreed, step: { kind: 'downloading', offer, fraction: 0.5 } };
              return waiting();
            }),
          },
        },
      }),
    });
    await user.click(await screen.findByRole('button', { name: t('updates.look') }));
    await user.click(await screen.findByRole('button', { name: t('common.cancel') }));
    const download = await screen.findByRole('button', { name: /Download \(150/ });
    expect(screen.queryByRole('button', { name: t('common.cancel') })).toBe(null);
    await user.click(download);
    await screen.findByRole('progressbar');
    await user.click(screen.getByRole('button', { name: t('common.cancel') }));
    expect(await screen.findByRole('button', { name: /Download \(150/ })).toBeDefined();
    expect(screen.queryByText(/It was stopped/)).toBe(null);
  });

  it.each([
    ['en', /made on .*2020.* \([\d,]+ days ago\)/],
    ['ko', /2020.*만든 버전입니다\([\d,]+일 전\)/],
  ] as const)('of a package manager: the age of the version alone (%s)', async (language, words) => {
    const state = { ...QUIET, updatesItself: false, madeAt: '2020-01-01T00:00:00Z' };
    renderInWindow(<UpdatesSection />, {
      language,
      shell: ({ desktop }) => ({ desktop: { updates: { state: desktop.updates.state.handler(() => state) } } }),
    });
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.queryByRole('switch')).toBe(null);
  });
});
