import type { EventFiguresResponse } from '@yoriai/api-client';
import { ACTIVITY_FIELDS as FIELDS } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { areaOf } from '../../ui/area-of.js';
import { attendance } from './finding.js';
import { shadeOf } from './plots.rules.js';

interface Row {
  readonly name: string;
  readonly people: readonly number[];
}

/** Who came, by area and field; areas in the order in which their events are told. */
export function fieldsByArea(events: readonly Pick<EventFiguresResponse, 'areaId' | 'areaName' | 'areaSlug' | 'field' | 'participants' | 'walkIns'>[]): Row[] {
  const rows = new Map<string | null, { name: string; people: number[] }>();
  for (const event of events) {
    const row = rows.get(event.areaId) ?? { name: areaOf(event), people: FIELDS.map(() => 0) };
    const at = FIELDS.findIndex((field) => field === event.field);
    if (at >= 0) row.people[at] = (row.people[at] ?? 0) + attendance(event);
    rows.set(event.areaId, row);
  }
  return [...rows.values()].filter(({ people }) => people.some((count) => count > 0));
}

/** 分野 × 地域: a table whose cells are the darker the more people came. Not there for one area alone. */
export function FieldHeat({ events }: { readonly events: readonly EventFiguresResponse[] }): ReactElement | null {
  const rows = fieldsByArea(events);
  if (rows.length < 2) return null;
  const most = Math.max(...rows.flatMap(({ people }) => people));
  const sums = FIELDS.map((_, index) => rows.reduce((sum, { people }) => sum + (people[index] ?? 0), 0));
  const top = FIELDS[sums.indexOf(Math.max(...sums))] ?? 'bunka';
  return (
    <section aria-labelledby="by-field">
      <h2 id="by-field">{t('app.stats.field.title', { field: t(`ui.field.${top}`), people: Math.max(...sums).toLocaleString('ja-JP') })}</h2>
      <p className="sub mb3">{t('app.stats.field.sub')}</p>
      <p className="sub ph mb2">{t('app.table.scroll')}</p>
      <div className="scroll" role="region" aria-label={t('app.stats.field.caption')} tabIndex={0}>
        <table className="tb heat num">
          <caption className="vh">{t('app.stats.field.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('app.stats.head.area')}</th>
              {FIELDS.map((field) => (
                <th key={field} scope="col" className="n">
                  {t(`ui.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, people }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {people.map((count, index) => (
                  <td key={FIELDS[index]} className={`n h${shadeOf(count, most)}`}>
                    {count.toLocaleString('ja-JP')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
