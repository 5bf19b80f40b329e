import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconEye, IconPlayerStop } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { useRunActions } from '../../../renderer/actions/use-run-actions';
import { useMainAction } from '../../../renderer/stores/main-action';
import { activateRun } from '../../../renderer/stores/selection';
import { takeSettings } from '../../../renderer/stores/train-form';
import { useBundle } from '../../bundles/window/public';

/** What can be done with a run, most likely first. */
export function RunActions({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { stop, remove } = useRunActions();
  return (
    <>
      {run.status === 'running' ? (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => void stop(run.runId)}
        >
          {t('common.stop')}
        </Button>
      ) : (
        <ConfirmButton
          className="shelfwise-last"
          variant="subtle"
          color="gray"
          label={t('runs.remove')}
          question={t('runs.removeQuestion')}
          consequences={t('runs.removeBody')}
          onConfirm={() => void remove(run.runId, () => go('/runs'))}
        />
      )}
      <Button
        variant="default"
        onClick={() => {
          takeSettings(run);
          go('/train');
        }}
      >
        {t('runs.duplicate')}
      </Button>
      {run.status !== 'running' && (
        <Button component={Link} href={`/runs/${encodeURIComponent(run.runId)}/report`} variant="default">
          {t('report.open')}
        </Button>
      )}
      {run.status !== 'running' && <BundleMenu run={run} />}
      <Activate run={run} />
    </>
  );
}

function Activate({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const shows = hasLists(run);
  const label = t('runs.activate');
  const show = useCallback(() => {
    activateRun(run.runId, run.dataset.fingerprint);
    go('/profiles');
  }, [run.runId, run.dataset.fingerprint, go]);
  const blocked = shows ? null : t(run.forgotten === undefined ? 'runs.noLists' : 'privacy.noLists');
  useMainAction({ label, run: show, blocked });
  if (!shows) return null;
  return (
    <Button leftSection={<IconEye size={16} aria-hidden />} onClick={show}>
      {label}
    </Button>
  );
}

function BundleMenu({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const save = useBundle(run);
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('runs.bundle')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save(false)}>
          <BundleChoice title={t('runs.bundleWithoutData')} help={t('runs.bundleWithoutDataHelp')} />
        </Menu.Item>
        <Menu.Item onClick={() => void save(true)}>
          <BundleChoice title={t('runs.bundleWithData')} help={t('runs.bundleWithDataHelp')} />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function BundleChoice({ title, help }: { title: string; help: string }): ReactNode {
  return (
    <>
      <div style={{ fontWeight: 600 }}>{title}</div>
      <div style={{ fontSize: 'var(--mantine-font-size-xs)', color: 'var(--mantine-color-dimmed)' }}>{help}</div>
    </>
  );
}
