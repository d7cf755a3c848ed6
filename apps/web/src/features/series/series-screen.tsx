import { postSeriesEnding, type SeriesDetail } from '@yoriai/api-client';
import { Banner, dateWithYear, LinkButton, repeatsWords, TextInput } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useSession } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { DateRow } from './date-row.js';
import { seriesQuery, streaksQuery, useSeriesChanged } from './queries.js';

/** くりかえしの日程: every date of a series with what is special about it; dates are left out, put back, and the series ended. */
export function SeriesScreen(): ReactElement {
  const { id } = useParams({ from: '/series/$id' });
  const series = useQuery(seriesQuery(id));
  return <Answer of={series}>{(found) => <Series series={found} />}</Answer>;
}

function Series({ series }: { readonly series: SeriesDetail }): ReactElement {
  const { me } = useSession();
  const { repeats, lastOn, dates } = series;
  const next = dates.find(({ event }) => event?.state === 'published' && event.startsAt > new Date().toISOString());
  return (
    <Screen
      title={series.title ?? t('series.label')}
      width="narrow"
      back={{ href: paths.events(), label: t('app.events.back') }}
      eyebrow={t('series.label')}
      lead={`${repeatsWords(t, repeats)}　${t('series.until', { day: dateWithYear(t, lastOn ?? repeats.until) })}`}
    >
      {lastOn === null ? null : (
        <Banner kind="note" className="mt4" title={t('series.ended', { day: dateWithYear(t, lastOn) })}>
          <p>{t('series.ended.body')}</p>
        </Banner>
      )}
      <p className="btns mt5">
        {next?.event && series.can.change === true ? (
          <LinkButton href={paths.edit(next.event.id, 'check')} kind="outline" renderLink={appLink}>
            {t('series.change')}
          </LinkButton>
        ) : null}
        {repeats.schoolDays && me.levels.includes('staff') ? (
          <LinkButton href={paths.schoolDays} kind="text" renderLink={appLink}>
            {t('school.title')}
          </LinkButton>
        ) : null}
      </p>
      <section className="mt6" aria-labelledby="series-dates">
        <h2 id="series-dates" className="mb3">
          {t('series.dates')}
        </h2>
        <p className="sub mb3">{t('series.dates.hint')}</p>
        <ul className="days">
          {dates.map((date) => (
            <DateRow key={date.date} series={series} date={date} />
          ))}
        </ul>
      </section>
      <Streaks series={series} />
      {series.can.end === true ? <Ending series={series} /> : null}
    </Screen>
  );
}

/** つづけて来ている方; nothing for those who may not see names, or while there is nobody. */
function Streaks({ series }: { readonly series: SeriesDetail }): ReactElement | null {
  const { data } = useQuery({ ...streaksQuery(series.id), enabled: series.can.seeStreaks === true });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mt6" aria-labelledby="streaks">
      <h2 id="streaks" className="mb2">
        {t('streak.host')}
      </h2>
      <p className="sub mb3">{t('streak.host.lead')}</p>
      <ul className="recp names">
        {data.items.map(({ name, kana, count }, index) => (
          <li key={index}>
            <div>
              <span className="sub blk">{kana}</span>
              <b>{name}</b>
            </div>
            <span className="num">{t('streak.count', { count })}</span>
          </li>
        ))}
      </ul>
      <p className="sub mt3">{t('streak.rule')}</p>
    </section>
  );
}

function Ending({ series }: { readonly series: SeriesDetail }): ReactElement {
  const changed = useSeriesChanged();
  const [lastOn, setLastOn] = useState('');
  const ending = useAct((day: string, options) => postSeriesEnding(series.id, { lastOn: day }, options), changed);
  const error = ending.errors['lastOn'];
  return (
    <section className="mt6" aria-labelledby="series-end">
      <h2 id="series-end" className="mb2">
        {t('series.end')}
      </h2>
      <p className="mb3">{t('series.end.body')}</p>
      <FailureBanner error={error === undefined ? ending.error : undefined} />
      <TextInput t={t} name="lastOn" type="date" width="mid" need="required" label={t('series.end.last-on')} value={lastOn} onChange={(event) => setLastOn(event.target.value)} {...(error === undefined ? {} : { error })} />
      <div className="mt4">
        <ConfirmedButton kind="stop" label={t('series.end.button')} what={t('series.end.what')} pending={ending.pending} onYes={() => ending.act(lastOn)} />
      </div>
    </section>
  );
}
