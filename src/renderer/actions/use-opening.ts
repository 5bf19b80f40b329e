/** The ways to open data: a folder, the sample, a bundle. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { knownNames } from '../../shared/labels/known-names';
import type { Translate } from '../../shared/words/texts';
import { useTexts } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { BUNDLE_FILTER } from '../../shared/values/bundle-file';
import type { Dataset, Mapping } from '../../shared/contract/dataset';
import { useEngine, useShell } from '../connection/engine-context';
import { runWork, throwIfFailed } from '../stores/activity';
import { askToOpen } from '../stores/bundle-question';
import { addErrorHere, closeErrors } from '../stores/notices';
import { tellOpening, useOpening } from '../stores/opening';
import { activateRun, openDataset } from '../stores/selection';
import { useKeyFile } from './use-key-file';

interface Opening {
  /** Asks for a folder if no path is given. Shows its contents before reading it, unless it was read before. */
  openFolder: (path?: string) => Promise<void>;
  /** Asks for the key file if the folder was read with pseudonyms before. */
  readFolder: (path: string, mapping?: Mapping) => Promise<void>;
  /** Asks for a folder and a key file: pseudonyms replace the IDs of profiles. */
  openWithPseudonyms: () => Promise<void>;
  openSample: () => Promise<void>;
  openBundle: (path?: string) => Promise<void>;
}

/** What the titles of a data set have that Shelfwise 1.0 did not read. */
function newerNames(dataset: Dataset, t: Translate): string[] {
  const known = knownNames(dataset, t);
  return dataset.itemAttributes.flatMap(({ name }) =>
    dataset.newerAttributes?.includes(name) === true ? [known.name(name) ?? name] : [],
  );
}

export const lastPart = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

export function useOpenings(): Opening {
  const t = useTexts();
  const { client, queries } = useEngine();
  const shell = useShell();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const keyFile = useKeyFile();

  const importFolder = async (
    folder: string,
    mapping: Mapping | null,
    pseudonymKey: string | null = null,
  ): Promise<void> => {
    tellOpening({ step: 'read', folder, mapping, pseudonymKey });
    go('/data');
    const input = { folder, ...(mapping && { mapping }), ...(pseudonymKey !== null && { pseudonymKey }) };
    const dataset = await runWork({ kind: 'import', subject: folder, name: lastPart(folder) }, (options) =>
      client.datasets.import(input, options),
    );
    if (dataset === null) return;
    // Adds it to the cached list, so that it opens before the engine is asked again.
    cache.setQueryData(queries.datasets.list.queryKey(), (listed: Dataset[] | undefined) => [
      dataset,
      ...(listed ?? []).filter(({ fingerprint }) => fingerprint !== dataset.fingerprint),
    ]);
    openDataset(dataset.fingerprint);
    if (dataset.imported && dataset.earlier !== undefined)
      notifications.show({
        title: dataset.name,
        message: t('data.earlier', { attributes: newerNames(dataset, t) }),
        autoClose: 12_000,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    await shell.host.addRecentFolder({ folder }).catch(() => undefined);
    await cache.invalidateQueries({ queryKey: queries.datasets.key() });
  };

  const lookAt = (folder: string, pseudonymKey: string | null = null): void => {
    tellOpening({ step: 'look', folder, mapping: null, pseudonymKey });
    go('/data');
  };

  /** The data set last read from this folder. */
  const lastOf = async (folder: string): Promise<Dataset | undefined> =>
    (await client.datasets.list()).find((dataset) => dataset.folder === folder);

  /** Whether this folder was last read with pseudonyms instead of IDs. */
  const hasPseudonyms = async (folder: string): Promise<boolean> => (await lastOf(folder))?.pseudonyms !== undefined;

  const read = async (folder: string, mapping: Mapping | null): Promise<void> => {
    const opening = useOpening.getState();
    let key = opening.folder === folder ? opening.pseudonymKey : null;
    if (key === null && (await hasPseudonyms(folder))) {
      key = await keyFile('again', lastPart(folder));
      if (key === null) return;
    }
    await importFolder(folder, mapping, key);
  };

  /** An error without a place of its own stays on the screen where it arose until dismissed. */
  const orNotice =
    <Rest extends unknown[]>(title: string, act: (...rest: Rest) => Promise<void>) =>
    async (...rest: Rest): Promise<void> => {
      closeErrors(title);
      try {
        await act(...rest);
      } catch (thrown) {
        addErrorHere(title, thrown);
      }
    };

  return {
    openFolder: orNotice(t('welcome.folderFailed'), async (path?: string) => {
      const folder = path ?? (await shell.user.pickFolder({ purpose: 'data' }));
      if (folder === null) return;
      const known = path === undefined ? undefined : await lastOf(path);
      if (known === undefined) lookAt(folder);
      else await read(folder, known.mapping);
    }),
    readFolder: orNotice(t('welcome.folderFailed'), async (folder: string, mapping?: Mapping) =>
      read(folder, mapping ?? null),
    ),
    openWithPseudonyms: orNotice(t('welcome.folderFailed'), async () => {
      const folder = await shell.user.pickFolder({ purpose: 'data' });
      if (folder === null) return;
      const key = await keyFile((await hasPseudonyms(folder)) ? 'again' : 'import', lastPart(folder));
      if (key !== null) lookAt(folder, key);
    }),
    openSample: orNotice(t('welcome.folderFailed'), async () =>
      importFolder((await shell.host.describe()).sampleFolder, null),
    ),
    openBundle: orNotice(t('welcome.bundleFailed'), async (path?: string) => {
      const file = path ?? (await shell.user.pickFile(BUNDLE_FILTER));
      if (file === null) return;
      const contents = await client.runs.inspectBundle({ file });
      // A run that is already here changes nothing, or the engine refuses the bundle and says why.
      const isHere = contents.here === 'same' || contents.here === 'another';
      if (!isHere && !(await askToOpen({ contents }))) return;
      const { manifestSha256, runId, name, dataset } = contents;
      const opened = await runWork({ kind: 'open', subject: runId, name }, (options) =>
        client.runs.open({ file, manifestSha256 }, options),
      );
      throwIfFailed('open', runId);
      if (opened === null) return;
      await cache.invalidateQueries();
      activateRun(runId, dataset.fingerprint);
      go(`/runs/${runId}`);
      // Announced last, so that the notice appears where the run is shown.
      if (opened.alreadyHere)
        notifications.show({
          title: name,
          message: t('bundles.same'),
          autoClose: 12_000,
          closeButtonProps: { 'aria-label': t('common.close') },
        });
    }),
  };
}
