import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { Button, Icon, NativeSelect, areaName, type Translate } from '@yoriai/ui';
import { dayChoices, whenOf, whenValue } from '../events/days.js';
import { OnChips, type Condition } from '../events/list-filter.js';
import { DUTY_KINDS } from './duty-kinds.js';
import { dutiesPath, type DutyQuery } from './duty-query.js';

export interface DutyFilterProps {
  readonly t: Translate;
  readonly query: DutyQuery;
  readonly areas: readonly Area[];
  readonly now: Date;
}

/** What the free duties are narrowed by, each with the way to take it off, and the form to choose. */
export function DutyFilter({ t, query, areas, now }: DutyFilterProps): ReactElement {
  const on = conditions({ t, query, areas });
  const choice = (name: string, label: string, value: string, choices: { value: string; label: string }[]): ReactElement => (
    <NativeSelect t={t} name={name} id={name} need="silent" label={label} defaultValue={value} choices={choices} />
  );
  return (
    <div className="mt5">
      <details className="fd">
        <summary>
          <Icon name="filter" small />
          {on.length === 0 ? t('site.events.filter') : t('site.events.filter.on', { count: on.length })}
        </summary>
        <form action="/volunteer" method="get" className="ff" aria-label={t('site.events.filter')}>
          {choice('when', t('site.find.when'), whenValue(query), dayChoices(t, query, now))}
          {choice('area', t('site.events.filter.area'), query.area ?? '', [{ value: '', label: t('site.events.filter.area.all') }, ...areas.map((area) => ({ value: area.slug, label: areaName(t, area) }))])}
          {choice('kind', t('site.volunteer.kind'), query.kind ?? '', [{ value: '', label: t('site.volunteer.kind.all') }, ...DUTY_KINDS.map((kind) => ({ value: kind, label: t(`site.volunteer.kind.${kind}`) }))])}
          <div className="mt5">
            <Button kind="outline" wide>
              {t('site.events.filter.go')}
            </Button>
          </div>
        </form>
      </details>
      <div className="mt3">
        <OnChips t={t} on={on} />
      </div>
    </div>
  );
}

function conditions({ t, query, areas }: Omit<DutyFilterProps, 'now'>): Condition[] {
  const area = areas.find(({ slug }) => slug === query.area);
  const all: [unknown, string, string][] = [
    [query.from ?? query.to, whenOf(t, query), dutiesPath(query, 'from', 'to')],
    [query.area, area ? areaName(t, area) : (query.area ?? ''), dutiesPath(query, 'area')],
    [query.kind, query.kind ? t(`site.volunteer.kind.${query.kind}`) : '', dutiesPath(query, 'kind')],
  ];
  return all.filter(([is]) => is !== undefined).map(([, label, without]) => ({ label, without }));
}
