import type { ReportLine } from '@yoriai/api-client';
import { Badge, Counted, dateTimeSeen, EmptyState, Pagination, shortDate, StatusBadge, TaskList } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { useNow } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { CallLink } from '../../ui/call-link.js';
import { CATEGORIES } from '../events/categories.js';
import { eventTitle } from '../events/event-title.js';
import { reportsQuery } from './report-queries.js';
import { deskAddress, isNarrowed, type DeskSearch, type ReportDrawer } from './search.js';

/** The two drawers of reports: those that the ward accepts, and those that did not come, with whom to ring up. */
export function ReportsDesk({ part, present, page }: { readonly part: ReportDrawer; readonly present: DeskSearch; readonly page: number }): ReactElement {
  const { area, kind } = present;
  const known = CATEGORIES.find((each) => each === kind);
  const found = useQuery(reportsQuery({ part, page, ...(area ? { area } : {}), ...(known ? { kind: known } : {}) }));
  return (
    <Answer of={found}>
      {({ items, total, page: shown, pageSize }) => (
        <section className="mt5" aria-label={t(`app.reports.${part}`)}>
          <p className="num" role="status">
            <Counted text={t('app.unit.items', { count: total })} className="cnt" />
          </p>
          {items.length === 0 ? (
            <EmptyState title={t(isNarrowed(present) ? 'app.reports.none-filtered' : `app.reports.${part}.none`)} field="fukushi">
              <p>{t(isNarrowed(present) ? 'app.desk.none-filtered.body' : `app.reports.${part}.none.body`)}</p>
            </EmptyState>
          ) : part === 'late' ? (
            <LateReports items={items} />
          ) : (
            <ToAccept items={items} />
          )}
          <Pagination t={t} page={shown} pages={Math.ceil(total / pageSize)} hrefOf={(each) => deskAddress({ ...present, page: each })} renderLink={appLink} />
        </section>
      )}
    </Answer>
  );
}

function ToAccept({ items }: { readonly items: readonly ReportLine[] }): ReactElement {
  const now = useNow();
  return (
    <div className="stk">
      <TaskList
        renderLink={appLink}
        tasks={items.map((each) => ({
          id: each.eventId,
          href: paths.report(each.eventId),
          title: eventTitle(each),
          line: `${each.organisationName}　${t('app.reports.reported', { at: dateTimeSeen(t, each.reportedAt ?? each.endedAt, now) })}`,
          field: each.field ?? undefined,
          status: <Due of={each} />,
        }))}
      />
    </div>
  );
}

/** Each with the number that its page names, to press. */
function LateReports({ items }: { readonly items: readonly ReportLine[] }): ReactElement {
  return (
    <ul className="recp names mt3">
      {items.map((each) => (
        <li key={each.eventId}>
          <div>
            <AppLink href={paths.event(each.eventId)} className="more">
              {eventTitle(each)}
            </AppLink>
            <span className="sub blk num">
              {each.organisationName}　{t('app.reports.ended', { date: shortDate(t, each.endedAt) })}
            </span>
          </div>
          <div className="facts">
            <Due of={each} />
          </div>
          <div className="facts">
            {each.contact.name === null ? null : <span>{each.contact.name}</span>}
            {each.contact.phone === null ? <span className="sub">{t('app.messages.no-phone')}</span> : <CallLink number={each.contact.phone} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Due({ of: { dueOn, lateDays } }: { readonly of: ReportLine }): ReactElement {
  if (lateDays === 0) return <Badge icon="clock">{t('app.reports.due', { date: shortDate(t, dueOn) })}</Badge>;
  return (
    <span className="row tight">
      <StatusBadge t={t} status="overdue" params={{ date: shortDate(t, dueOn) }} />
      <span className="sub num">{t('app.reports.late-days', { count: lateDays })}</span>
    </span>
  );
}
