/** A few profiles: what they watched, what is recommended to them, and the hits on the hold-out. */
import type { Example, ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { paragraph, section, type Section } from './parts';

/** Titles to show of a history and of the hold-out: enough to recognise it. Hits come first. */
const MOST_SHOWN = 6;

export function examplesSection({ run, examples, figures }: ReportData, wording: ReportWording): Section | null {
  const { t } = wording;
  if (examples === null)
    return figures === null ? null : section(t('report.examples'), paragraph(t('report.examplesLeftOut')));
  const lead = t(examples.areTested ? 'report.examplesTested' : 'report.examplesListed', {
    count: examples.profiles.length,
    profiles: examples.from,
    seed: String(run.seed),
  });
  return section(t('report.examples'), [
    paragraph(lead),
    ...examples.profiles.map((example) => exampleOf(example, run.split?.protocol ?? 'time', wording)),
  ]);
}

function exampleOf(example: Example, protocol: 'time' | 'random', wording: ReportWording): Html {
  const { t, labels } = wording;
  const { profile, attributes, watched, targets, list } = example;
  const known = attributes.flatMap(({ name, value }) =>
    value === null ? [] : [`${labels.attribute(name)}: ${labels.text(name, value)}`],
  );
  const found = targets.filter(({ rank }) => rank !== null).length;
  const heldOut =
    targets.length === 0
      ? null
      : html`<h4>${t(`report.heldOut.${protocol}`)}: ${t('report.found', { found, targets: targets.length })}</h4>
          ${targetList(targets, wording)}`;
  return html`<div class="example">
    <h3>${t('report.profile', { profile })}</h3>
    ${known.length === 0 ? null : html`<p class="known">${known.join(' · ')}</p>`}
    <div class="columns">
      <div>
        <h4>${t('report.watched')}</h4>
        ${watchedList(watched, wording)}
      </div>
      <div>${heldOut}</div>
    </div>
    <h4>${t('report.recommended')}</h4>
    ${recommendedList(list, wording)}
  </div>`;
}

const nameOf = ({ title, item }: { title: string | null; item: string }): string => title ?? item;

function watchedList(watched: Example['watched'], { t, day }: ReportWording): Html {
  if (watched.length === 0) return html`<p>${t('report.watchedNothing')}</p>`;
  const shown = watched.slice(0, MOST_SHOWN).map((entry) => {
    const when = entry.lastWatched === null ? null : html`<small>${day(entry.lastWatched)}</small>`;
    return html`<li class="plain"><span>${nameOf(entry)}</span>${when}</li>`;
  });
  return html`<ul class="titles">
      ${shown}
    </ul>
    ${more(watched.length, t)}`;
}

function targetList(targets: Example['targets'], { t }: ReportWording): Html {
  const shown = targets.slice(0, MOST_SHOWN).map((target) => {
    const place = target.rank === null ? t('report.notFound') : t('report.place', { rank: target.rank });
    return html`<li class="${target.rank === null ? 'missed' : 'hit'}">
      <span>${nameOf(target)}</span><small>${place}</small>
    </li>`;
  });
  return html`<ul class="titles">
      ${shown}
    </ul>
    ${more(targets.length, t)}`;
}

const more = (all: number, t: ReportWording['t']): Html | null =>
  all > MOST_SHOWN ? html`<p class="more">${t('report.more', { count: all - MOST_SHOWN })}</p>` : null;

function recommendedList(list: Example['list'], { t, labels }: ReportWording): Html {
  const shown = list.map((entry) => {
    const group = entry.group === null || labels.group === null ? null : labels.text(labels.group, entry.group);
    // Words for readers who cannot see the dot.
    const hit = entry.hit ? html`<i class="spoken"> (${t('report.hit')})</i>` : null;
    return html`<li class="${entry.hit ? 'hit' : 'plain'}">
      <b>${entry.rank}</b><span>${nameOf(entry)}${hit}</span>${group === null ? null : html`<small>${group}</small>`}
    </li>`;
  });
  return html`<ol class="titles list">
    ${shown}
  </ol>`;
}
