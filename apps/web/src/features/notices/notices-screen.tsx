import { postNoticeEnding, postNoticeResumption, type AreaAnswer, type NoticeLine } from '@yoriai/api-client';
import { Banner, Button, Counted, EmptyState, Lines, areaName, dateRange, shortDate } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { jstOf } from '../../app/jst.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { areasQuery } from '../reporting/queries.js';
import { NoticeForm } from './notice-form.js';
import { noticesQuery } from './queries.js';
import type { NoticeSearch } from './search.js';

/** 行事にそえるお知らせ: what the ward office has beside events, and the form to write it. */
export function NoticesScreen(): ReactElement {
  return useLevel('staff') ? <Notices /> : <Forbidden code="notice.staff-only" />;
}

function Notices(): ReactElement {
  const { id }: NoticeSearch = useSearch({ from: '/desk/notices' });
  const areas = useQuery(areasQuery);
  const notices = useQuery(noticesQuery);
  // A change leads back to the list, which says that it was kept.
  const [saved, setSaved] = useState<string>();
  return (
    <Answer of={areas}>
      {(known) => (
        <Answer of={notices}>
          {({ items }) => {
            const chosen = items.find((each) => each.id === id);
            return chosen ? <OneNotice key={chosen.id} of={chosen} areas={known} onSaved={setSaved} /> : <AllNotices of={items} areas={known} saved={items.find((each) => each.id === saved)} />;
          }}
        </Answer>
      )}
    </Answer>
  );
}

interface WithAreas {
  readonly areas: readonly AreaAnswer[];
}

function OneNotice({ of, areas, onSaved }: WithAreas & { readonly of: NoticeLine; readonly onSaved: (id: string) => void }): ReactElement {
  const go = useNavigate();
  return (
    <Screen title={of.title} width="narrow" back={{ href: paths.notices(), label: t('notices.title') }}>
      <div className="mt4">
        <NoticeForm of={of} areas={areas} onSaved={() => {
          onSaved(of.id);
          void go({ to: '/desk/notices' });
        }} />
      </div>
    </Screen>
  );
}

function AllNotices({ of, areas, saved }: WithAreas & { readonly of: readonly NoticeLine[]; readonly saved: NoticeLine | undefined }): ReactElement {
  return (
    <Screen title={t('notices.title')} lead={t('notices.lead')} back={{ href: paths.desk(), label: t('app.desk.title') }}>
      {saved ? <Banner kind="good" role="status" className="mt4" title={t('notices.changed', { title: saved.title })} /> : null}
      <p className="ph mt3">
        <a href="#notice-add" className="more">
          {t('notices.add')}
        </a>
      </p>
      <div className="two mt4">
        {of.length === 0 ? (
          <EmptyState title={t('notices.none')} />
        ) : (
          <ul className="papers">
            {of.map((notice) => (
              <Notice key={notice.id} of={notice} areas={areas} />
            ))}
          </ul>
        )}
        <section className="ckb top" aria-labelledby="notice-add">
          <h2 id="notice-add" className="mb3">
            {t('notices.add')}
          </h2>
          <NoticeForm of={undefined} areas={areas} />
        </section>
      </div>
    </Screen>
  );
}

function Notice({ of, areas }: WithAreas & { readonly of: NoticeLine }): ReactElement {
  const client = useQueryClient();
  const ending = useAct((ended: boolean, options) => (ended ? postNoticeEnding : postNoticeResumption)(of.id, options), (list) => void client.setQueryData(noticesQuery.queryKey, list));
  return (
    <li>
      <h2 className="fs-18">{of.title}</h2>
      <p className="sub mt2">
        <Counted text={t('notices.line', { days: dateRange(t, of.fromDay, of.untilDay), state: t(`notices.state.${stateOf(of)}`) })} />
      </p>
      <p className="sub mt0">{reachOf(of, areas)}</p>
      <p className="mt2">
        <Lines text={of.text} />
      </p>
      {of.link === null ? null : (
        <p className="mt2">
          <a href={of.link} rel="nofollow noopener noreferrer" className="more">
            {of.linkLabel}
          </a>
        </p>
      )}
      <p className="sub mt2">{t('notices.by', { name: of.writtenBy, day: shortDate(t, of.writtenAt) })}</p>
      <FailureBanner error={ending.error} />
      <p className="row mt2">
        <AppLink href={paths.notices({ id: of.id })} className="more">
          <span className="vh">{of.title}：</span>
          {t('notices.change')}
        </AppLink>
        <Button type="button" kind="text" size="m" about={`${of.title}：`} onClick={() => ending.act(of.endedAt === null)}>
          {t(ending.pending ? 'app.sending' : of.endedAt === null ? 'notices.end' : 'notices.resume')}
        </Button>
      </p>
    </li>
  );
}

function stateOf({ fromDay, untilDay, endedAt }: NoticeLine): 'ahead' | 'now' | 'over' | 'ended' {
  const today = jstOf(new Date()).date;
  if (endedAt !== null) return 'ended';
  return today < fromDay ? 'ahead' : today > untilDay ? 'over' : 'now';
}

function reachOf({ placed, audiences, areas: slugs, fields }: NoticeLine, areas: readonly AreaAnswer[]): string {
  if (placed === 'areas') {
    const names = areas.filter(({ slug }) => slugs.includes(slug)).map((area) => areaName(t, area));
    return names.length === 0 ? t('notices.reach.pages.all') : t('notices.reach.pages', { what: names.join('・') });
  }
  const what = [
    audiences.map((each) => t(`events.audience.${each}`)),
    areas.filter(({ slug }) => slugs.includes(slug)).map((area) => areaName(t, area)),
    fields.map((each) => t(`ui.field.${each}`)),
  ].filter((names) => names.length > 0);
  return what.length === 0 ? t('notices.reach.all') : t('notices.reach', { what: what.map((names) => names.join('・')).join('、') });
}
