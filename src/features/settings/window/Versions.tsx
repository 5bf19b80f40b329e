import { Button, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Diagnosis } from '../../../shared/contract/workspace';
import { Section } from '../../../renderer/components/Section';

const FIRST = ['node', 'tensorflow', '@tensorflow/tfjs-node', '@duckdb/node-api', 'zod'];

/** Versions of what affects numbers and files; all versions on demand. */
export function Versions({ diagnosis: { versions } }: { diagnosis: Diagnosis }): ReactNode {
  const t = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const all = Object.entries(versions);
  const shown = showsAll ? all : all.filter(([name]) => FIRST.includes(name));
  return (
    <Section title={t('device.versions')} description={t('device.versionsHelp')} flush>
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="50%">{t('device.package')}</Table.Th>
            <Table.Th>{t('device.version')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(([name, version]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{version}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!showsAll && (
        <Button m="xs" size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('device.allVersions', { count: all.length })}
        </Button>
      )}
    </Section>
  );
}
