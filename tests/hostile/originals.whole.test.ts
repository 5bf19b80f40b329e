/** The originals work, so that a refused case is refused because of its change. */
import { MODELS } from '../../src/shared/recipe/models';
import { triedOf } from '../support/tried';
import { bundleParts, type Model, originals } from './support/originals';
import { bundleCase, type Case, setStage, testCases } from './support/cases';
import { sealed } from './support/seal';
import { importAndUse } from './support/use';

setStage();

const ORIGINALS: Case[] = [
  // Most cases change the first.
  ...triedOf<Model>(
    ['popularity'],
    MODELS.filter((model) => model !== 'popularity'),
  ).map((model) =>
    bundleCase(`a run of ${model}, sealed anew`, 'works', async () => sealed(await bundleParts(model)), true),
  ),
  bundleCase('a run without its data', 'opens', async () => sealed(await bundleParts('popularity', false))),
  {
    name: 'a folder',
    expected: 'works',
    work: async (stage) => importAndUse(stage, (await originals()).source),
  },
];

// Each is a table of its own, so that `npm test` leaves out none.
testCases(...ORIGINALS.map((one) => [one]));
