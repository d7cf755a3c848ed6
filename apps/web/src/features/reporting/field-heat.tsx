import type { AreaFiguresResponse, EventFiguresResponse } from '@yoriai/api-client';
import { ACTIVITY_FIELDS as FIELDS } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { areaOf } from '../../ui/area-of.js';
import { attendance } from './finding.js';
import { shadeOf } from './plots.rules.js';

interface Counted {
  readonly byEvent: readonly Pick<EventFiguresResponse, 'areaId' | 'field' | 'participants' | 'walkIns'>[];
  readonly byArea: readonly Pick<AreaFiguresResponse, 'areaId' | 'areaName' | 'areaSlug'>[];
}

interface Row {
  readonly name: string;
  readonly people: readonly number[];
}

/** Who came, by area and field, in the order of the areas. */
export function fieldsByArea({ byEvent, byArea }: Counted): Row[] {
  const rows = byArea.map((area) => {
    const events = byEvent.filter(({ areaId }) => areaId === area.areaId);
    return { name: areaOf(area), people: FIELDS.map((field) => events.filter((event) => event.field === field).reduce((sum, event) => sum + attendance(event), 0)) };
  });
  return rows.filter(({ people }) => people.some((count) => count > 0));
}

/** 分野 × 地域: a table whose cells are the darker the more people came. Not there for one area alone. */
export function FieldHeat({ found }: { readonly found: Counted }): ReactElement | null {
  const rows = fieldsByArea(found);
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
