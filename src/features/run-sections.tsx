/** The sections of a run's screen, top to bottom, one line each, and those that Export shows as well. */
import type { ReactNode } from 'react';
import type { Run } from '../shared/contract/run-life';
import { BroughtNotice } from './bundles/window/BroughtNotice';
import { ConditionSection } from './condition/window/ConditionSection';
import { Differences } from './runs/window/Differences';
import { EndNotice } from './train/window/EndNotice';
import { FairnessSection } from './fairness/window/FairnessSection';
import { ForgottenNotice } from './runs/window/ForgottenNotice';
import { HeadSection } from './review/window/heads/HeadSection';
import { GroupScores } from './quality/window/GroupScores';
import { ListFigures } from './quality/window/ListFigures';
import { MarksSection } from './runs/window/MarksSection';
import { ModelSection } from './model-files/window/ModelSection';
import { OutcomeSection } from './outcome/window/OutcomeSection';
import { RecordSection } from './runs/window/RecordSection';
import { MixtureSection } from './quality/window/MixtureSection';
import { Scores } from './quality/window/Scores';
import { StabilitySection } from './inspect/window/stability/StabilitySection';
import { VerifySection } from './verify/window/VerifySection';

interface RunSection {
  readonly name: string;
  readonly Part: (props: { run: Run }) => ReactNode;
}

export const ON_TOP: readonly RunSection[] = [
  { name: 'EndNotice', Part: EndNotice },
  { name: 'ForgottenNotice', Part: ForgottenNotice },
  { name: 'BroughtNotice', Part: BroughtNotice },
  { name: 'Scores', Part: Scores },
];

export const BELOW_CURVES: readonly RunSection[] = [
  { name: 'GroupScores', Part: GroupScores },
  { name: 'ConditionSection', Part: ConditionSection },
  { name: 'FairnessSection', Part: FairnessSection },
  { name: 'OutcomeSection', Part: OutcomeSection },
  { name: 'StabilitySection', Part: StabilitySection },
];

export const BESIDE: readonly RunSection[] = [
  { name: 'VerifySection', Part: VerifySection },
  { name: 'HeadSection', Part: HeadSection },
  { name: 'MarksSection', Part: MarksSection },
  { name: 'Differences', Part: Differences },
  { name: 'ModelSection', Part: ModelSection },
  { name: 'RecordSection', Part: RecordSection },
];

export const UNDER_ALL: readonly RunSection[] = [
  { name: 'MixtureSection', Part: MixtureSection },
  { name: 'ListFigures', Part: ListFigures },
];

/** Below the list of exports: curators look there for what came of them. */
export const UNDER_EXPORTS: readonly RunSection[] = [{ name: 'OutcomeSection', Part: OutcomeSection }];
