import { postSeriesRestoration, postSeriesSkip, type SeriesDate, type SeriesDetail } from '@yoriai/api-client';
import { Badge, Button, dateAndRange, inBrackets, isStatus, shortDate, StatusBadge, type TextKey } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import { useSeriesChanged } from './queries.js';

interface DateProps {
  readonly series: SeriesDetail;
  readonly date: SeriesDate;
}

/** One date: its event with who comes, or why there is none; left out or put back with one press, since both can be undone. */
export function DateRow({ series, date }: DateProps): ReactElement {
  const { event, off } = date;
  return (
    <li id={`date-${date.date}`}>
      <div>
        <p className="strong num">{event === null ? shortDate(t, date.date) : <AppLink href={paths.event(event.id)} className="more">{dateAndRange(t, event.startsAt, event.endsAt)}</AppLink>}</p>
        <p className="sub">{event === null ? t(`series.off.${off ?? 'planned'}`) : wordsOf(date)}</p>
      </div>
      <div className="row tight">
        {event !== null && isStatus(event.state) ? <StatusBadge t={t} status={event.state} /> : null}
        {event !== null && !date.byRule ? <Badge icon="calendar">{t('series.beside')}</Badge> : null}
        <Turn series={series} date={date} />
      </div>
    </li>
  );
}

/** 申込 3人　この日だけ：場所, 時間. */
function wordsOf({ event }: SeriesDate): string {
  if (event === null) return '';
  const own = [...new Set(event.overridden.map(labelOf))].join('・');
  const people = event.placesTaken > 0 ? t('series.people', { count: event.placesTaken }) : t(event.applies ? (event.people ? 'series.people.some' : 'series.people.none') : event.people ? 'series.people.duties' : 'series.people.just-come');
  return own === '' ? people : `${people}${inBrackets(t, t('series.own', { fields: own }))}`;
}

/** What a field is called in the form. */
function labelOf(field: string): string {
  if (field === 'startsAt' || field === 'endsAt') return t('app.field.when');
  const key = field === 'repeats' ? 'series.label' : `events.label.${field}`;
  return t.has(key) ? t(key as TextKey) : t('app.hub.content');
}

function Turn({ series, date }: DateProps): ReactElement | null {
  const changed = useSeriesChanged();
  const skip = useAct((day: string, options) => postSeriesSkip(series.id, { date: day }, options), changed);
  const restore = useAct((day: string, options) => postSeriesRestoration(series.id, { date: day }, options), changed);
  const act = date.can.restore === true ? restore : date.can.skip === true ? skip : null;
  if (act === null) return null;
  const words = act === restore ? 'series.restore' : 'series.skip';
  return (
    <>
      <FailureBanner error={act.error} />
      <Button type="button" kind="outline" size="m" aria-label={t(`${words}.of`, { day: shortDate(t, date.date) })} onClick={() => act.act(date.date)}>
        {act.pending ? t('app.sending') : t(words)}
      </Button>
    </>
  );
}
