import type { ReactElement } from 'react';
import type { Area } from '@yoriai/associations';
import { DUTY_PAGE_SIZE, type AssignmentResponse, type DutyLine } from '@yoriai/rosters';
import { Banner, EmptyState, LinkButton, MoreLink, Pagination, type Translate } from '@yoriai/ui';
import { sectionOf } from '../events/sections.js';
import { signInPath } from '../page/own-path.js';
import { When } from '../page/when.js';
import { DutyFilter } from './duty-filter.js';
import { DutyLineRow } from './duty-line.js';
import { dutiesPath, onPage, type DutyQuery } from './duty-query.js';
import type { FreeListing } from './duty-reader.js';

export interface VolunteerViewProps {
  readonly t: Translate;
  readonly listing: FreeListing;
  readonly query: DutyQuery;
  readonly areas: readonly Area[];
  readonly signedIn: boolean;
  /** Why the shift just asked for can't be had. */
  readonly refused: string | null;
  readonly now: Date;
}

/** 入れる当番: one list, soonest first; collisions are left out. */
export function VolunteerView({ t, listing, query, areas, signedIn, refused, now }: VolunteerViewProps): ReactElement {
  return (
    <>
      {refused === null ? null : <Banner kind="bad" role="alert" className="mb5" title={refused} />}
      <h1>{t('site.volunteer.title')}</h1>
      <p className="mt2">{t(signedIn ? 'site.volunteer.lead' : 'site.volunteer.lead.anyone')}</p>
      {signedIn ? null : <Invitation t={t} here={dutiesPath(query)} />}
      {listing.next === null ? null : <NextDuty t={t} duty={listing.next} />}
      {listing.all === 0 ? null : <DutyFilter t={t} query={query} areas={areas} now={now} />}
      {listing.items.length === 0 ? (
        <Nothing t={t} all={listing.all} />
      ) : (
        [...sections(t, listing.items, now)].map(([head, lines]) => (
          <section key={head} aria-label={head}>
            <h2 className="dayh num">{head}</h2>
            <ul className="vl">
              {lines.map((line) => (
                <DutyLineRow key={line.dates[0].shiftId} t={t} line={line} query={query} />
              ))}
            </ul>
          </section>
        ))
      )}
      <Pagination t={t} page={listing.page} pages={Math.max(1, Math.ceil(listing.total / DUTY_PAGE_SIZE))} hrefOf={(page) => dutiesPath(onPage(query, page))} />
      <Banner kind="info" className="mt6" title={t('site.volunteer.insurance')}>
        <p>{t('site.volunteer.insurance.text')}</p>
      </Banner>
    </>
  );
}

/** None at all, or none that is asked for. */
function Nothing({ t, all }: { readonly t: Translate; readonly all: number }): ReactElement {
  if (all > 0) {
    return (
      <EmptyState title={t('site.volunteer.none')}>
        <LinkButton href="/volunteer">{t('site.volunteer.none.all', { count: all })}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('site.volunteer.empty')}>
      <p>{t('site.volunteer.empty.text')}</p>
      <LinkButton href="/events">{t('site.error.way.events')}</LinkButton>
    </EmptyState>
  );
}

function Invitation({ t, here }: { readonly t: Translate; readonly here: string }): ReactElement {
  return (
    <section className="soft mt5" aria-labelledby="come-in">
      <h2 id="come-in" className="fs-20">
        {t('site.volunteer.invite.title')}
      </h2>
      <p className="mt2">{t('site.volunteer.invite.text')}</p>
      <div className="btns mt4">
        <LinkButton href={signInPath(here)}>{t('site.volunteer.invite.go')}</LinkButton>
        <LinkButton href={`/register?next=${encodeURIComponent(here)}`} kind="outline">
          {t('site.volunteer.invite.register')}
        </LinkButton>
      </div>
    </section>
  );
}

/** The next duty, on top of everything that is one's own. */
export function NextDuty({ t, duty }: { readonly t: Translate; readonly duty: AssignmentResponse }): ReactElement {
  return (
    <section className="nextd" aria-labelledby="next-duty">
      <h2 id="next-duty" className="sub">
        {t('site.volunteer.next')}
      </h2>
      <p className="num">
        <b>
          <When t={t} startsAt={duty.startsAt} endsAt={duty.endsAt} />
        </b>
      </p>
      <p>
        {duty.eventTitle} {duty.duty}（{duty.place || duty.eventPlace}）
      </p>
      <MoreLink href={`/me/duties/${duty.id}`}>{t('site.volunteer.next.more')}</MoreLink>
    </section>
  );
}

/** Rows by the section of their next day. */
function sections(t: Translate, lines: readonly DutyLine[], now: Date): Map<string, DutyLine[]> {
  const found = new Map<string, DutyLine[]>();
  for (const line of lines) {
    const head = sectionOf(t, line.dates[0].startsAt, now);
    found.set(head, [...(found.get(head) ?? []), line]);
  }
  return found;
}
