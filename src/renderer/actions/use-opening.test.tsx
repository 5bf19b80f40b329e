/** What the window says after an import, where a data set of Shelfwise 1.0 is the same data without an attribute. */
import { Notifications, notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { dataset } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import type { ImportAnswer } from '../../shared/contract/dataset';
import type { Language } from '../stores/preferences';
import { useSelection } from '../stores/selection';
import { useOpenings } from './use-opening';

const earlier = dataset();
const FOLDER = earlier.folder;
/** The same folder, read by a program that knows lengths. */
const again: ImportAnswer = {
  ...earlier,
  fingerprint: 'ab'.repeat(32),
  layout: 'contest',
  itemAttributes: [...earlier.itemAttributes, { name: 'run_time', kind: 'numeric', categories: [] }],
  newerAttributes: ['run_time'],
  earlierFingerprint: earlier.fingerprint,
  imported: true,
  earlier: earlier.fingerprint,
};

function Reader(): ReactNode {
  const { readFolder } = useOpenings();
  return <button onClick={() => void readFolder(FOLDER)}>Read</button>;
}

/** Reads the folder to the end. */
async function read(answer: ImportAnswer, language: Language = 'en'): Promise<void> {
  let hasEnded = false;
  const { user } = renderInWindow(
    <>
      <Notifications />
      <Reader />
    </>,
    {
      language,
      shell: ({ host }) => ({ host: { addRecentFolder: host.addRecentFolder.handler(() => void (hasEnded = true)) } }),
      answers: ({ datasets }) => ({
        datasets: {
          list: datasets.list.handler(() => []),
          import: datasets.import.handler(async function* () {
            yield { phase: 'read', detail: '', done: 1, total: 100 };
            return answer;
          }),
        },
      }),
    },
  );
  await user.click(screen.getByRole('button', { name: 'Read' }));
  await waitFor(() => expect(hasEnded).toBe(true));
}
afterEach(() => notifications.clean());

it.each<[Language, string[]]>([
  ['en', ['The same data as before', 'Length of each title', 'Labels, rules, segments and notes go along']],
  ['ko', ['데이터는 전과 같고', '더해졌습니다: 재생 시간', '이름, 규칙, 세그먼트, 메모는 그대로 이어지고']],
])('says that it is the same data, what is more, and what goes along: %s', async (language, parts) => {
  await read(again, language);
  const notice = await screen.findByRole('alert');
  for (const part of parts) expect(notice.textContent).toContain(part);
  expect(notice.textContent).toContain(again.name);
  expect(useSelection.getState().dataset).toBe(again.fingerprint);
});

it.each<[string, ImportAnswer]>([
  ['no earlier data is there', { ...again, earlier: undefined }],
  ['the data was read before', { ...again, imported: false }],
])('says nothing of it where %s', async (_, answer) => {
  await read(answer);
  expect(useSelection.getState().dataset).toBe(again.fingerprint);
  expect(screen.queryByRole('alert')).toBeNull();
});
