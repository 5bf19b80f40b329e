import { Group, NativeSelect } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { type CameFrom, placeOfChanges, placeOfSide, sideOf } from '../../../renderer/components/changes-place';
import { RulesDay } from '../../../renderer/components/rules/RulesDay';
import { today } from '../../../shared/values/day';
import type { AskedSide } from './use-delivery';

/** Chooses which lists of both runs are compared: those that an export would have now, with a saved tuning, under other rules, or what was exported. */
export function SideChooser({
  before,
  after,
  from,
}: {
  before: AskedSide;
  after: AskedSide;
  from: CameFrom;
}): ReactNode {
  const [, go] = useLocation();
  return (
    <Group gap="md" align="flex-end">
      <SideOf of="before" asked={before} onChoose={(place) => go(placeOfChanges(sideOf(place), after.side, from))} />
      <SideOf of="after" asked={after} onChoose={(place) => go(placeOfChanges(before.side, sideOf(place), from))} />
    </Group>
  );
}

interface SideProps {
  of: 'before' | 'after';
  asked: AskedSide;
  /** With the side as an address names it. */
  onChoose: (place: string) => void;
}

function SideOf(props: SideProps): ReactNode {
  return (
    <>
      <ListsOf {...props} />
      <RulesOf {...props} />
    </>
  );
}

/** Which lists: as trained or under a saved tuning, as they would be exported now, or what was exported. */
function ListsOf({ of, asked: { side, run, tunings, isTuningGone }, onChoose }: SideProps): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { runId } = side;
  const { data: exports = [] } = useQuery(queries.runs.exports.queryOptions({ input: { runId } }));
  // The same bytes may have been exported more than once.
  const different = exports.filter(({ sha256 }, at) => exports.findIndex((other) => other.sha256 === sha256) === at);
  const rules = 'exported' in side ? undefined : side.rules;
  const ofRun = (tuningId?: string): string => placeOfSide({ runId, tuningId, rules });
  const exported =
    'exported' in side ? different.find(({ sha256 }) => sha256.startsWith(side.exported))?.sha256 : undefined;
  // Runs of one name are told apart by their moments.
  const name =
    run === undefined ? runId : t('common.trainedAt', { name: run.name, moment: format.moment(run.createdAt) });
  return (
    <NativeSelect
      label={`${t(`changes.side.${of}`)}: ${name}`}
      value={exported === undefined ? placeOfSide(side) : placeOfSide({ runId, exported })}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[
        { value: ofRun(), label: t('changes.now') },
        ...tunings.map((tuning) => ({ value: ofRun(tuning.id), label: t('changes.nowTuned', { name: tuning.name }) })),
        ...(isTuningGone ? [{ value: placeOfSide(side), label: t('changes.nowTunedGone') }] : []),
        ...different.map((one) => ({
          value: placeOfSide({ runId, exported: one.sha256 }),
          label: t('changes.ofExport', {
            moment: format.moment(one.exportedAt),
            format: t(`exporting.formats.${one.format}`),
          }),
        })),
      ]}
    />
  );
}

/** Under which rules, as on which day; nothing for what was exported, which has those of then, and where no rules were ever saved. */
function RulesOf({ of, asked: { side, run }, onChoose }: SideProps): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data: history } = useQuery(
    queries.rules.history.queryOptions({ input: run === undefined ? skipToken : { data: run.dataset.fingerprint } }),
  );
  if ('exported' in side) return null;
  const { rules } = side;
  const earlier = (history?.versions ?? []).filter(({ current, revision }) => !current && revision > 0);
  const named = rules === undefined || rules === 'none' ? null : rules.revision;
  if (rules === undefined && (history === undefined || history.revision === 0)) return null;
  const date = rules === undefined || rules === 'none' ? undefined : rules.date;
  const now = history?.revision;
  const under = (other?: typeof rules): string => placeOfSide({ ...side, rules: other });
  /** Those that count are named by their revision once they are asked for as on another day. */
  const as = (revision: number | undefined, day: string | undefined): string =>
    under(revision === undefined || (revision === now && day === undefined) ? undefined : { revision, date: day });
  return (
    <>
      <NativeSelect
        label={t(`changes.rules.${of}`)}
        value={under(rules)}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        data={[
          { value: as(now, date), label: t('changes.rulesNow') },
          { value: under('none'), label: t('changes.rulesNone') },
          ...earlier.map(({ revision, changedAt, rules: count, on }) => ({
            value: as(revision, date),
            label: t('changes.rulesOf', {
              moment: changedAt === null ? '–' : format.moment(changedAt),
              rules: t('rules.version', { count, on }),
            }),
          })),
          ...(named !== null && named !== now && !earlier.some(({ revision }) => revision === named)
            ? [{ value: under(rules), label: t('changes.rulesAt', { revision: named }) }]
            : []),
        ]}
      />
      {rules !== 'none' && (
        <RulesDay
          size="sm"
          label={t(`changes.rulesDay.${of}`)}
          date={date ?? today()}
          onDate={(day) => onChoose(as(named ?? now, day === today() ? undefined : day))}
        />
      )}
    </>
  );
}
