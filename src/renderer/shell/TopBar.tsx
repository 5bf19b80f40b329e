import { Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconFolderOpen, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link } from 'wouter';
import { hasLists, type Run } from '../../shared/contract/run-life';
import { useFormat } from '../locales/format';
import { useActiveDataset, useActiveRun, useDatasets, useRunsOfDataset } from '../stores/engine-data';
import { activateRun, openDataset } from '../stores/selection';
import { useInUse } from '../stores/use-in-use';
import { useOpenings } from '../actions/use-opening';
import { Brand } from '../components/drawings/Brand';
import { useNarrow } from '../components/use-narrow';
import { CutName } from './CutName';
import { palette } from './palette-store';
import classes from './Shell.module.css';
import { useNameApart } from '../components/use-name-apart';

/** The program, and what the screens are about: data set and run. */
export function TopBar(): ReactNode {
  const t = useTexts();
  const isNarrow = useNarrow();
  return (
    <div className={classes.bar}>
      <Link href="/week" className={classes.brand} title={t('shell.screen.week')}>
        <Brand size={26} />
        <span className={classes.brandText}>Shelfwise</span>
      </Link>
      <DatasetPicker />
      <RunPicker />
      {isNarrow && (
        <button
          type="button"
          className={`${classes.picker} ${classes.find}`}
          onClick={() => palette.open()}
          aria-label={t('shell.search')}
        >
          <IconSearch size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}

function DatasetPicker(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { data: datasets = [] } = useDatasets();
  const active = useActiveDataset();
  const { openFolder } = useOpenings();
  return (
    <Menu position="bottom-start" width={320}>
      <WholeName name={active?.name ?? null}>
        <Menu.Target>
          <button type="button" className={classes.picker}>
            <span className={classes.pickerKind}>{t('shell.dataset')}</span>
            <CutName name={active?.name ?? t('shell.noDataset')} />
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
      </WholeName>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {datasets.map((dataset) => (
          <Menu.Item key={dataset.fingerprint} onClick={() => openDataset(dataset.fingerprint)}>
            <div style={{ fontWeight: dataset.fingerprint === active?.fingerprint ? 600 : 400 }}>{dataset.name}</div>
            <div style={{ fontSize: 'var(--mantine-font-size-xs)', color: 'var(--mantine-color-dimmed)' }}>
              {t('common.profiles', { count: dataset.profiles })} · {/* Tells those of the same name apart. */}
              {datasets.filter(({ name }) => name === dataset.name).length > 1
                ? format.moment(dataset.importedAt)
                : format.day(dataset.importedAt)}
            </div>
          </Menu.Item>
        ))}
        {datasets.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconFolderOpen size={15} aria-hidden />} onClick={() => void openFolder()}>
          {t('shell.openAnother')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Shows a name in full on hover and focus, since the bar may cut it; none for what is no name. */
function WholeName({ name, children }: { name: string | null; children: ReactNode }): ReactNode {
  return (
    <Tooltip
      label={name}
      disabled={name === null}
      multiline
      maw="min(440px, calc(100vw - 16px))"
      position="bottom-start"
    >
      <div className={classes.pickerPlace}>{children}</div>
    </Tooltip>
  );
}

function RunPicker(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const active = useActiveRun();
  const nameApart = useNameApart();
  // Archived ones, such as trainings that measure chance, are chosen in the list of models.
  const runs = useRunsOfDataset().filter((run) => hasLists(run) && (!run.marks.archived || run === active));
  const hasData = useActiveDataset() !== null;
  const inUseOf = useInUse();
  const textOfUse = (run: Run): string => {
    const inUse = inUseOf(run);
    return inUse === null ? '' : ` · ${t(`runs.inUse.${inUse}`)}`;
  };
  if (runs.length === 0)
    return (
      <Link href="/train" className={classes.picker}>
        <span className={classes.pickerKind}>{t('shell.run')}</span>
        <span className={classes.pickerText}>{t(hasData ? 'shell.noRun' : 'shell.noDataset')}</span>
      </Link>
    );
  const name = active === null ? t('shell.chooseRun') : nameApart(active);
  /** By which it is told apart from others of its name. */
  const moment = active === null ? 0 : name.indexOf(format.moment(active.createdAt));
  return (
    <Menu position="bottom-start" width={360}>
      <WholeName name={active === null ? null : name}>
        <Menu.Target>
          <button type="button" className={classes.picker}>
            <span className={classes.pickerKind}>{t('shell.run')}</span>
            <CutName name={name} {...(moment > 0 && { from: moment })} />
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
      </WholeName>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {runs.map((run) => (
          <Menu.Item key={run.runId} onClick={() => activateRun(run.runId, run.dataset.fingerprint)}>
            <div style={{ fontWeight: run.runId === active?.runId ? 600 : 400 }}>{run.name}</div>
            <div style={{ fontSize: 'var(--mantine-font-size-xs)', color: 'var(--mantine-color-dimmed)' }}>
              {t(`common.models.${run.model}`)} · {t('common.metrics.score')} {format.score(run.metrics?.score)} ·{' '}
              {format.moment(run.createdAt)}
              {textOfUse(run)}
            </div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
