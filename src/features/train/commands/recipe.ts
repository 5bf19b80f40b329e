import { recipeJsonSchema } from '../../../shared/recipe/schema';
import { canonicalRecipe } from '../../../shared/recipe/stored';
import { RECIPE_INPUTS, SET_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { describePresets, readRecipe } from '../../../cli/recipes';

export default defineCommand({
  name: 'recipe',
  group: 'Settings of a training',
  summary: 'Print a recipe file, or the JSON Schema of recipe files',
  inputs: {
    recipe: { ...RECIPE_INPUTS.recipe, argument: true },
    set: SET_INPUT,
    schema: { kind: 'flag', help: 'print the JSON Schema instead' },
  },
  examples: [
    'recipe careful > my-recipe.json',
    'recipe quick --set noise.dropout=0.3',
    'recipe --schema > recipe.schema.json',
  ],
  details: () => `Presets, and how each differs from the defaults:\n${describePresets()}`,
  async run(context, { recipe, set, schema }) {
    const text = schema
      ? JSON.stringify(recipeJsonSchema(), null, 2)
      : canonicalRecipe(await readRecipe(recipe, set, context.resolve)).trimEnd();
    return { json: JSON.parse(text) as object, text: () => text };
  },
});
