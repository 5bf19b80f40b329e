/**
 * Returns to earlier versions of a note, a tuning and a segment, and undoes a removal.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';

describe.skipIf(NO_BROWSER !== null)(`a curator${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  let { engine, window, compare, dataset, profile } = {} as AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
    ({ engine, window, compare, dataset, profile } = curator);
  });
  afterAll(() => curator.leave());

  const expectNothing = async (): Promise<void> => expect(await axeFindings(window.page)).toEqual([]);

  it('restores an earlier version of a note', async () => {
    const { content, page, t } = window;
    for (const [revision, text] of ['Likes trains.', 'Likes ships.'].entries())
      await engine.client.profiles.setNote({ data: dataset.fingerprint, profile, text, revision });
    await content.getByRole('button', { name: t('compare.noteShow') }).click();
    const note = page.getByRole('dialog').last();
    await expect.poll(() => note.getByRole('textbox').inputValue()).toBe('Likes ships.');
    await note.getByRole('button', { name: t('versions.title') }).click();
    const earlier = note.getByRole('list', { name: t('versions.title') }).getByRole('listitem');
    await expect.poll(() => earlier.allInnerTexts()).toHaveLength(2);
    await expectNothing();
    await earlier
      .filter({ hasText: 'Likes trains.' })
      .getByRole('button', { name: t('versions.use') })
      .click();
    await expect.poll(() => note.getByRole('textbox').inputValue()).toBe('Likes trains.');
    expect(await engine.client.profiles.note({ data: dataset.fingerprint, profile })).toMatchObject({
      text: 'Likes trains.',
      revision: 3,
    });
    await page.keyboard.press('Escape');
  });

  it('restores an earlier version of a saved tuning, removes it and undoes that', async () => {
    const { page, t } = window;
    const data = dataset.fingerprint;
    const { tuning } = compare;
    await compare.openTuning();
    await compare.openAdvanced();
    const include = tuning.getByRole('radiogroup').getByText(t('compare.watchedInclude'));
    await include.click();
    await compare.untilList('tuned');
    await tuning.getByRole('button', { name: t('compare.keepAs') }).click();
    await window.dialog(t('compare.keepAs')).getByLabel(t('compare.keptName')).fill('mine');
    await page.keyboard.press('Enter');
    const kept = tuning.getByRole('combobox', { name: t('compare.kept') });
    await expect.poll(() => kept.inputValue()).toBe('mine');
    await tuning.getByRole('slider', { name: t('compare.condition') }).press('Home');
    await tuning.getByRole('button', { name: t('compare.keepChanges') }).click();
    await expect.poll(async () => (await engine.client.tuning.list({ data }))[0]?.tuning.condition).toBe(0);
    await tuning.getByRole('button', { name: t('versions.of', { name: 'mine' }) }).click();
    const versions = window.dialog(t('versions.of', { name: 'mine' }));
    await versions.getByRole('button', { name: t('versions.use') }).waitFor();
    await expectNothing();
    await versions.getByRole('button', { name: t('versions.use') }).click();
    await versions.waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await engine.client.tuning.list({ data }))[0])
      .toMatchObject({
        revision: 3,
        tuning: { condition: 1, watched: 'include' },
      });
    await tuning.getByRole('button', { name: t('compare.removeKept', { name: 'mine' }) }).click();
    const notice = page.getByRole('status').filter({ hasText: t('versions.removedTuning', { name: 'mine' }) });
    await notice.waitFor();
    expect(await engine.client.tuning.list({ data })).toEqual([]);
    await expectNothing();
    await notice.getByRole('button', { name: t('versions.undo') }).click();
    await notice.waitFor({ state: 'hidden' });
    expect(await engine.client.tuning.list({ data })).toMatchObject([{ name: 'mine', tuning: { condition: 1 } }]);
  });

  it('keeps the filters where they are while the name of a segment is typed at their foot', async () => {
    const { content, page, t } = window;
    const size = page.viewportSize()!;
    await page.setViewportSize({ ...size, height: 600 });
    await window.show('profiles');
    await content.getByRole('textbox', { name: t('profiles.find') }).fill('1');
    const name = content.getByRole('textbox', { name: t('profiles.segmentName') });
    const { x, y } = (await name.boundingBox())!;
    await page.mouse.click(x + 10, y + 10);
    const scrolled = () =>
      name.evaluate((field) => {
        for (let pane = field.parentElement; pane !== null; pane = pane.parentElement)
          if (pane.scrollHeight > pane.clientHeight + 100 && getComputedStyle(pane).overflowY === 'auto')
            return pane.scrollTop;
        return null;
      });
    expect(await scrolled()).toBe(0);
    await name.pressSequentially('girls of four');
    expect(await scrolled()).toBe(0);
    await name.fill('');
    await content.getByRole('button', { name: t('profiles.clearAll') }).click();
    await page.setViewportSize(size);
  });

  it('changes a segment, goes back, removes it and undoes that', async () => {
    const { content, page, t } = window;
    const data = dataset.fingerprint;
    const [first, second] = [{ text: '1' }, { text: '2' }];
    await engine.client.segments.keep({ data, name: 'some', filter: first });
    await window.show('profiles');
    const segments = content.getByRole('combobox', { name: t('profiles.segments') });
    await segments.click();
    await page.getByRole('option', { name: 'some' }).click();
    await content.getByRole('textbox', { name: t('profiles.find') }).fill(second.text);
    await content.getByRole('button', { name: t('profiles.changeSegment', { name: 'some' }) }).click();
    await expect.poll(async () => (await engine.client.segments.list({ data }))[0]?.filter).toEqual(second);
    await content.getByRole('button', { name: t('versions.of', { name: 'some' }) }).click();
    const versions = window.dialog(t('versions.of', { name: 'some' }));
    await versions.getByRole('button', { name: t('versions.use') }).click();
    await versions.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await engine.client.segments.list({ data }))[0]?.filter).toEqual(first);
    await content.getByRole('button', { name: t('profiles.removeSegment', { name: 'some' }) }).click();
    const notice = page.getByRole('status').filter({ hasText: t('versions.removedSegment', { name: 'some' }) });
    await notice.getByRole('button', { name: t('versions.undo') }).click();
    await notice.waitFor({ state: 'hidden' });
    await expect.poll(() => segments.inputValue()).toBe('some');
  });
});
