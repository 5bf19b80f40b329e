import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { SweepTrial } from '../contract/sweep';
import { KNOBS } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import type { GridColumn } from '../../../renderer/components/grid/columns';
import { DataGrid, type GridPage, type GridSort } from '../../../renderer/components/grid/DataGrid';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { ranked } from './ranked';
import type { Tried } from './use-sweeps';

interface Properties {
  sweepId: string;
  isHalving: boolean;
  trials: readonly SweepTrial[];
  chosen: string | null;
  tried: readonly Tried[];
  onChoose: (runId: string) => void;
}

/** The table of trials. */
export function TrialsGrid({ sweepId, isHalving, trials, chosen, tried, onChoose }: Properties): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const columns = useColumns(tried, isHalving);
  const now = useRef(trials);
  now.current = trials;
  const sorted = useRef<GridSort | undefined>(undefined);
  const readPage = useCallback(
    (start: number, end: number, sort: GridSort | undefined): Promise<GridPage<SweepTrial>> => {
      sorted.current = sort;
      const rows = ranked(now.current, sort);
      return Promise.resolve({ total: rows.length, rows: rows.slice(start, end) });
    },
    [],
  );
  const version = useVersion(trials);
  const selected = useMemo(
    () =>
      chosen === null
        ? null
        : {
            id: chosen,
            index: () => ranked(now.current, sorted.current).findIndex(({ runId }) => runId === chosen),
          },
    [chosen],
  );
  return (
    <DataGrid
      name={`sweep.${sweepId}`}
      label={t('sweep.grid')}
      columns={columns}
      idOf={({ runId }) => runId}
      readPage={readPage}
      version={version}
      selectsFocused
      selected={selected}
      // The grid follows the best trial; that does not count as the user's choice.
      onSelect={(trial) => trial !== null && trial.runId !== chosen && onChoose(trial.runId)}
      onOpen={({ runId, state, validation }) => {
        if (state !== 'waiting' || validation !== null) go(`/runs/${runId}`);
      }}
      onError={() => undefined}
    />
  );
}

/** A number that increases whenever the trials change. */
function useVersion(trials: readonly SweepTrial[]): number {
  const [version, setVersion] = useState(0);
  const content = JSON.stringify(trials);
  const before = useRef(content);
  useEffect(() => {
    if (before.current === content) return;
    before.current = content;
    setVersion((last) => last + 1);
  }, [content]);
  return version;
}

function useColumns(tried: readonly Tried[], isHalving: boolean): GridColumn<SweepTrial>[] {
  const t = useTexts();
  const format = useFormat();
  const engineText = useEngineText();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const names = tried.map(([knob]) => knob).join(' ');
  return useMemo(
    () => [
      {
        id: 'validation',
        label: t('sweep.validation'),
        text: ({ validation }) => format.score(validation?.score),
        numeric: true,
        width: 150,
      },
      {
        id: 'state',
        label: t('sweep.state'),
        text: ({ state }) => t(`sweep.states.${state}`),
        hintOf: ({ problem, said }) => (problem === null ? null : engineText({ message: problem, said })),
        width: 120,
      },
      ...(isHalving
        ? [
            {
              id: 'epochs',
              label: t('sweep.epochs'),
              text: ({ epochs }: SweepTrial) => (epochs === null ? '' : format.count(epochs)),
              numeric: true,
              width: 110,
            },
          ]
        : []),
      ...tried.map(([knob]): GridColumn<SweepTrial> => ({
        id: knob,
        label: KNOBS[knob].label[language],
        text: ({ settings }) => knobValue(knob, settings[knob]),
        numeric: ['number', 'integer'].includes((KNOBS[knob] as Knob).kind),
        grows: true,
        width: 140,
      })),
    ],
    // The hooks return new functions on each render; their results depend on the language.
    [names, isHalving, language],
  );
}
