import type { CaseLine } from '@yoriai/api-client';
import { Badge, Chips, Counted, dateTimeSeen, EmptyState, Pagination, shortDate, StatusBadge, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useLevel, useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { eventTitle } from '../events/event-title.js';
import { isLate } from '../events/tasks.js';
import { unanswered } from '../starts/begin.js';
import { listRequestsQuery } from '../lists/queries.js';
import { startTasksQuery } from '../starts/queries.js';
import { ConditionDesk } from './condition-desk.js';
import { DeskNarrow } from './desk-narrow.js';
import { deskQuery } from './queries.js';
import { reportsQuery } from './report-queries.js';
import { ReportsDesk } from './reports-desk.js';
import { SavedFilters } from './saved-filters.js';
import { CASE_FILTERS, deskAddress, deskSearch, isNarrowed, REPORT_DRAWERS, reportDrawer, type DeskSearch } from './search.js';
import { TurnaroundFigures } from './turnaround.js';

/** 受付箱: what waits for the ward, soonest due first. */
export function DeskScreen(): ReactElement {
  return useLevel('staff') ? <Desk /> : <Forbidden code="approval.staff-only" />;
}

function Desk(): ReactElement {
  const present: DeskSearch = useSearch({ from: '/desk' });
  const { page = 1, ...filter } = present;
  const { status = 'pending' } = filter;
  const reports = reportDrawer(status);
  const counts = useQuery(reportsQuery({ part: 'late', page: 1 })).data?.counts;
  const counted = (word: string, count: number | undefined): string => (count ? `${word}　${count}` : word);
  return (
    <Screen title={t('app.desk.title')} lead={t(reports ? `app.reports.${reports}.lead` : status === 'pending' ? 'app.desk.lead' : 'app.desk.lead.over')}>
      <div className="mt4">
        <Chips
          label={t('app.desk.filter')}
          renderLink={appLink}
          chips={[
            ...CASE_FILTERS.map((each) => ({ href: deskAddress({ ...filter, status: each }), label: t(`approvals.status.${each}`), on: each === status })),
            ...REPORT_DRAWERS.map((each) => ({
              href: deskAddress(deskSearch({ ...filter, status: each })),
              label: counted(t(`app.reports.${each}`), each === 'late' ? counts?.late : counts?.toAccept),
              on: each === status,
            })),
          ]}
        />
      </div>
      <DeskNarrow key={deskAddress(filter)} present={filter} />
      <SavedFilters present={filter} />
      {reports ? <ReportsDesk part={reports} present={filter} page={page} /> : <Cases filter={filter} page={page} />}
      <WardLists />
    </Screen>
  );
}

/** A drawer of cases. */
function Cases({ filter, page }: { readonly filter: DeskSearch; readonly page: number }): ReactElement {
  const status = CASE_FILTERS.find((each) => each === filter.status) ?? 'pending';
  const desk = useQuery(deskQuery({ ...filter, status, page }));
  const now = useNow();
  const all = status === 'pending' && !isNarrowed(filter);
  return (
    <>
      <Answer of={desk}>
        {({ items, total, page: shown, pageSize }) => (
          <section className="mt5" aria-label={t(`approvals.status.${status}`)}>
            <p className="num" role="status">
              <Counted text={t('app.unit.items', { count: total })} className="cnt" />
            </p>
            {items.length === 0 ? (
              <EmptyState title={t(all ? 'app.desk.none' : 'app.desk.none-filtered')} field="fukushi">
                <p>{t(all ? 'app.desk.none.body' : 'app.desk.none-filtered.body')}</p>
              </EmptyState>
            ) : (
              <div className="stk">
                <TaskList
                  renderLink={appLink}
                  tasks={items.map((each) => ({
                    id: each.id,
                    href: paths.approval(each.id),
                    title: eventTitle(each),
                    line: lineOf(each, now),
                    field: each.field ?? undefined,
                    status: (
                      <>
                        {each.status === 'pending' && each.comments > 0 ? <Badge icon="pencil">{t('app.comment.title')}</Badge> : null} <DueBadge of={each} late={isLate(each.dueOn, now)} />
                      </>
                    ),
                  }))}
                />
              </div>
            )}
            <Pagination t={t} page={shown} pages={Math.ceil(total / pageSize)} hrefOf={(each) => deskAddress({ ...filter, page: each })} renderLink={appLink} />
            {all ? <TurnaroundFigures /> : null}
          </section>
        )}
      </Answer>
      {all && page === 1 ? <ConditionDesk /> : null}
    </>
  );
}

/** What the ward keeps for all events. */
function WardLists(): ReactElement {
  const { data } = useQuery(startTasksQuery);
  const lists = useQuery(listRequestsQuery);
  const privacy = useLevel('privacy-officer');
  const waiting = unanswered(data?.items ?? []);
  const toAnswer = (lists.data?.items ?? []).filter(({ mine }) => !mine).length;
  return (
    <p className="row mt6">
      <AppLink href={paths.starts} className="more">
        {t('app.starts.title')}
        {waiting === 0 ? null : (
          <>
            {' '}
            <Badge icon="hourglass" tone="note">
              {t('app.starts.unanswered', { count: waiting })}
            </Badge>
          </>
        )}
      </AppLink>
      <AppLink href={paths.lists} className="more">
        {t('app.lists.title')}
        {toAnswer === 0 ? null : (
          <>
            {' '}
            <Badge icon="hourglass" tone="note">
              {t('app.starts.unanswered', { count: toAnswer })}
            </Badge>
          </>
        )}
      </AppLink>
      {privacy ? (
        <AppLink href={paths.exports()} className="more">
          {t('app.menu.privacy')}
        </AppLink>
      ) : null}
      <AppLink href={paths.procedures} className="more">
        {t('app.catalogue.title')}
      </AppLink>
      <AppLink href={paths.councils} className="more">
        {t('app.check.rules.title')}
      </AppLink>
      <AppLink href={paths.venues()} className="more">
        {t('app.venues.title')}
      </AppLink>
      <AppLink href={paths.initiatives()} className="more">
        {t('app.initiatives.title')}
      </AppLink>
      <AppLink href={paths.notices()} className="more">
        {t('notices.title')}
      </AppLink>
      <AppLink href={paths.retention} className="more">
        {t('app.retention.title')}
      </AppLink>
      <AppLink href={paths.wardPeople} className="more">
        {t('app.menu.people')}
      </AppLink>
    </p>
  );
}

function lineOf(each: CaseLine, now: Date): string {
  const again = each.isChange ? `　${t('app.case.of-change')}` : each.revision > 1 ? `　${t('app.case.again', { n: each.revision })}` : '';
  return `${each.organisation.name}　${each.submittedBy.name}　${dateTimeSeen(t, each.submittedAt, now)}${again}`;
}

/** Pending: how soon; otherwise what became of it. */
function DueBadge({ of, late }: { readonly of: CaseLine; readonly late: boolean }): ReactElement {
  if (of.status === 'approved' && of.rule !== null) return <Badge icon="tick">{t('app.rule.approved')}</Badge>;
  if (of.status !== 'pending') return <StatusBadge t={t} status={of.status} />;
  if (of.check?.outcome === null) return <Badge icon="clock">{t('app.check.badge')}</Badge>;
  if (late) return <StatusBadge t={t} status="overdue" params={{ date: shortDate(t, of.dueOn) }} />;
  const words = of.businessDaysLeft === 0 ? t('app.desk.due-today') : t('app.desk.days-left', { days: of.businessDaysLeft });
  return (
    <Badge icon="clock" tone={of.businessDaysLeft <= 1 ? 'note' : 'plain'}>
      {words}
    </Badge>
  );
}
