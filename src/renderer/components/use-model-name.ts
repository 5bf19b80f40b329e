/** Name of a leaderboard row: "EASE", or "Autoencoder · Balanced" for dae-balanced. */
import { useTexts } from '../locales/use-texts';
import { MODELS } from '../../shared/recipe/models';
import { LEFT_OUT_ROWS, PRESET_NAMES } from '../../shared/recipe/presets';

export function useModelName(): (model: string) => string {
  const t = useTexts();
  return (model) => {
    const known = MODELS.find((name) => name === model);
    if (known !== undefined) return t(`common.models.${known}`);
    const preset = PRESET_NAMES.find((name) => `dae-${name}` === model);
    if (preset !== undefined) return `${t('common.models.dae')} · ${t(`common.presets.${preset}`)}`;
    const row = LEFT_OUT_ROWS.find((name) => name === model);
    return row === undefined ? model : `${t('common.models.dae')} · ${t(`common.leftOut.${row}`)}`;
  };
}
