import { getGetParticipationXlsxUrl, type AreaAnswer, type ParticipationResponse, type ParticipationYears } from '@yoriai/api-client';
import { areaName, yearName, Icon, NativeSelect, NumberCard, NumberCards } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useGo } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { DutySection } from './duty-plot.js';
import { FieldHeat } from './field-heat.js';
import { attendance, percent } from './finding.js';
import { useOpenForPrint } from './open-for-print.js';
import { changeOf } from './plots.rules.js';
import { areasQuery, participationQuery, yearsQuery } from './queries.js';
import type { StatsSearch } from './search.js';
import { AreaTable, EventTable, InitiativeTable, MonthTable } from './tables.js';

/** 集計: who took part in a fiscal year, by month, area and event. */
export function StatsScreen(): ReactElement {
  const search: StatsSearch = useSearch({ from: '/stats' });
  const years = useQuery(yearsQuery);
  const areas = useQuery(areasQuery);
  const params = { ...(search.year === undefined ? {} : { fiscalYear: search.year }), ...(search.area === undefined ? {} : { areaId: search.area }) };
  const figures = useQuery(participationQuery(params));
  const staff = useLevel('staff');
  useOpenForPrint();
  return (
    <Screen title={t('app.stats.title')} {...(staff ? {} : { lead: t('app.stats.own') })}>
      <div className="filters between-in">
        <div className="filters mt0">{years.data && areas.data ? <Filters search={search} years={years.data} areas={areas.data} /> : null}</div>
        <a className="btn m" href={getGetParticipationXlsxUrl(params)} download>
          <Icon name="download" />
          {t('app.stats.excel')}
        </a>
      </div>
      <Answer of={figures}>{(found) => <Figures found={found} />}</Answer>
    </Screen>
  );
}

function Filters({
  search,
  years,
  areas,
}: {
  readonly search: StatsSearch;
  readonly years: ParticipationYears;
  readonly areas: readonly AreaAnswer[];
}): ReactElement {
  const go = useGo();
  const show = (change: StatsSearch): void => go(paths.stats({ ...search, ...change }));
  return (
    <>
      <NativeSelect
        t={t}
        name="year"
        label={t('app.stats.year')}
        need="silent"
        choices={years.years.map((year) => ({ value: String(year), label: t('app.stats.year-of', { year, era: yearName(t, `${year}-06-01`) }) }))}
        value={String(search.year ?? years.current)}
        onChange={(event) => show({ year: Number(event.target.value) })}
      />
      <NativeSelect
        t={t}
        name="area"
        label={t('app.stats.area')}
        need="silent"
        choices={[{ value: '', label: t('app.stats.whole-ward') }, ...areas.map((area) => ({ value: area.id, label: areaName(t, area) }))]}
        value={search.area ?? ''}
        onChange={(event) => show({ area: event.target.value === '' ? undefined : event.target.value })}
      />
    </>
  );
}

/** 1,240, as people write it. */
const grouped = (count: number): string => count.toLocaleString('ja-JP');

function Figures({ found }: { readonly found: ParticipationResponse }): ReactElement {
  const { total } = found;
  return (
    <>
      <p className="sub num mt4">
        {t('app.stats.scope', { year: found.fiscalYear, era: found.fiscalYearWords, events: total.events })}
        {found.cancelledEvents > 0 ? t('app.stats.cancelled', { count: found.cancelledEvents }) : ''}
      </p>
      <NumberCards>
        <NumberCard
          label={t('app.stats.came')}
          value={t('app.unit.heads', { count: attendance(total) })}
          sub={
            <>
              {t('app.stats.came.sub', { walkIns: grouped(total.walkIns) })}
              <Before found={found} now={attendance(total)} of="people" />
            </>
          }
        />
        <NumberCard
          label={t('app.stats.helped')}
          value={t('app.unit.heads', { count: total.volunteers })}
          sub={
            <>
              {t('app.stats.helped.sub', { confirmed: grouped(total.volunteersConfirmed), places: grouped(total.volunteerPlaces) })}
              <Before found={found} now={total.volunteers} of="volunteers" />
            </>
          }
        />
        <NumberCard
          label={t('app.stats.filled')}
          value={total.fillRate === null ? '—' : `${Math.round(total.fillRate * 100)}%`}
          sub={t('app.stats.filled.sub', { taken: grouped(total.placesTaken), places: grouped(total.places) })}
        />
        {total.cleanedArea === 0 ? null : <NumberCard label={t('app.stats.cleaned')} value={t('picture.area', { area: grouped(total.cleanedArea) })} sub={t('app.stats.cleaned.sub')} />}
        {total.handedOut === 0 ? null : <NumberCard label={t('app.report.handedOut')} value={grouped(total.handedOut)} sub={t('app.stats.cleaned.sub')} />}
      </NumberCards>
      <div className="pg2">
        <div className="stk6">
          <MonthTable found={found} />
          <AreaTable found={found} />
        </div>
        <div className="stk6">
          <DutySection found={found} />
          <FieldHeat found={found} />
        </div>
      </div>
      <InitiativeTable found={found} />
      <EventTable found={found} percentOf={percent} />
    </>
  );
}

/** The year before beside a sum: until the same day, or the whole of it. */
function Before({ found: { before }, now, of }: { readonly found: ParticipationResponse; readonly now: number; readonly of: 'people' | 'volunteers' }): ReactElement | null {
  if (!before || before[of] === 0) return null;
  const change = changeOf(now, before[of]);
  return (
    <>
      <br />
      {t(before.until === null ? 'app.stats.before.whole' : 'app.stats.before.same-day', { people: grouped(before[of]) })}
      {change === undefined ? '' : t('app.stats.before.change', { change })}
    </>
  );
}
