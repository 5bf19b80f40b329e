import { Code, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Diagnosis } from '../../../shared/contract/workspace';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { systemName } from '../../../shared/words/property-text';
import { Details } from '../../../renderer/components/Details';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { useEngineText } from '../../../renderer/locales/engine-text';

/** The library, exactness and settings that the engine computes with. */
export function Computes({ diagnosis }: { diagnosis: Diagnosis }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { threads, flags } = diagnosis;
  return (
    <Section title={t('device.computes')}>
      <KeyValue
        facts={[
          [t('device.backend'), diagnosis.backendReason === null && t('device.ownKernels')],
          [
            t('device.backendReason'),
            diagnosis.backendReason && engineText({ message: diagnosis.backendReason, said: diagnosis.backendSaid }),
          ],
          [t('device.device'), `${diagnosis.device.toUpperCase()} · ${diagnosis.deviceName}`],
          [t('device.instructionSet'), instructionSetName(diagnosis.instructionSet)],
          [t('device.threads'), String(threads.intra)],
          [
            t('device.flags'),
            Object.keys(flags).length === 0 ? null : (
              <Stack key="flags" gap="3xs">
                {Object.entries(flags).map(([name, value]) => (
                  <Code key={name} w="fit-content">{`${name}=${value}`}</Code>
                ))}
              </Stack>
            ),
          ],
          [t('device.system'), `${systemName(diagnosis.platform)} ${diagnosis.architecture} · Node ${diagnosis.node}`],
          [t('device.program'), `${diagnosis.program.version} · ${diagnosis.program.commit.slice(0, 12)}`],
        ]}
      />
      {diagnosis.tensorflowSha256 !== null && (
        <Details>
          <KeyValue facts={[[t('device.library'), <Hash key="hash" value={diagnosis.tensorflowSha256} />]]} />
        </Details>
      )}
    </Section>
  );
}
