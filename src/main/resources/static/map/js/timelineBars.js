/** Bars of reports by day, stacked by group in the groups' colours; what lies outside the period is pale. */
import { DAY_MILLISECONDS } from './days.js';
import { palette } from './definition.js';
import { INCIDENT_GROUPS } from './incidentGroups.js';
import { dateText, text } from './messages.js';

const SVG = 'http://www.w3.org/2000/svg';

export function drawBars(width, height, span, days, bars, shown) {
  const scale = width / ((span.to - span.from) / DAY_MILLISECONDS + 1);
  const most = Math.max(1, ...bars.map(({ counts }) => sum(counts)));
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  if (shown) {
    const [left, right] = [shown.from, shown.to + DAY_MILLISECONDS].map((time) => ((time - span.from) / DAY_MILLISECONDS) * scale);
    svg.append(make('rect', { class: 'timeline-period', x: left, y: 0, width: Math.max(1, right - left), height }));
  }
  for (const bar of bars) {
    if (!sum(bar.counts)) continue;
    const left = ((bar.from - span.from) / DAY_MILLISECONDS) * scale;
    const outside = shown && (bar.from > shown.to || bar.from + days * DAY_MILLISECONDS <= shown.from);
    const group = make('g', { class: outside ? 'bar outside' : 'bar' });
    const title = make('title', {});
    title.textContent = barTitle(bar, days);
    group.append(title);
    let y = height;
    bar.counts.forEach((count, at) => {
      if (!count) return;
      const size = (count / most) * Math.max(0, height - 14);
      y -= size;
      group.append(make('rect', { x: left, y, width: Math.max(2, days * scale - 0.6), height: size, fill: palette()[INCIDENT_GROUPS[at].id] }));
    });
    svg.append(group);
  }
  return svg;
}

function sum(counts) {
  return counts.reduce((total, count) => total + count, 0);
}

function make(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** What a bar says, for whoever points at it. */
function barTitle({ from, counts }, days) {
  const last = from + (days - 1) * DAY_MILLISECONDS;
  const groups = INCIDENT_GROUPS.flatMap(({ id }, index) =>
    counts[index] ? [text('timeline.barGroup', { group: text(`group.${id}`), number: counts[index] })] : [],
  );
  const when = days === 1 ? dateText(from) : text('timeline.span', { from: dateText(from), to: dateText(last) });
  return text('timeline.bar', { days: when, groups: groups.join('; ') });
}
