import type { ReactElement } from 'react';
import type { Area, OrganisationSummary } from '@yoriai/associations';
import type { RefugePlace, ShownNotice } from '@yoriai/events';
import { BackLink, EmptyState, EventList, LinkButton, MoreLink, PaperBox, PhoneLink, areaName, type Translate } from '@yoriai/ui';
import { AreaRefuges } from './area-refuges.js';
import { AreaDocuments } from './beside-notices.js';
import { EventLine } from './event-line.js';
import type { EventListing } from './event-reader.js';
import { FeedLinks } from './feed-links.js';
import { listingPath } from './listing-query.js';

/** The areas of the ward, each leading to what is on there, and all its places of refuge. */
export function AreasView({ t, areas, refuges }: { readonly t: Translate; readonly areas: readonly Area[]; readonly refuges: readonly RefugePlace[] }): ReactElement {
  return (
    <>
      <h1>{t('site.home.areas')}</h1>
      <p className="mb5">{t('site.home.areas.text')}</p>
      <AreaLinks t={t} areas={areas} />
      <AreaRefuges t={t} refuges={refuges} areas={areas} />
    </>
  );
}

/** All areas, each leading to its own page. */
export function AreaLinks({ t, areas }: { readonly t: Translate; readonly areas: readonly Area[] }): ReactElement {
  return (
    <ul className="areas">
      {areas.map((area) => (
        <li key={area.id}>
          <a href={`/areas/${area.slug}`}>
            <span>{areaName(t, area)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface AreaViewProps {
  readonly t: Translate;
  readonly area: Area;
  readonly listing: EventListing;
  readonly groups: readonly OrganisationSummary[];
  /** Of this area and of the whole ward. */
  readonly refuges: readonly RefugePlace[];
  readonly documents: readonly ShownNotice[];
  /** Events here that are over. */
  readonly past: number;
  readonly phone: string;
  readonly publicUrl: string;
  readonly now: Date;
}

/** One area: what is on, where to take refuge, what the ward keeps for it to read, who runs it, whom to ask about the neighbourhood. */
export function AreaView({ t, area, listing, groups, refuges, documents, past, phone, publicUrl, now }: AreaViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href="/areas">
        {t('site.home.areas')}
      </BackLink>
      <h1>{t('site.area.title', { area: areaName(t, area) })}</h1>
      <div className="two mt4">
        <div>
          {listing.items.length === 0 ? (
            <EmptyState title={t('site.area.none', { area: areaName(t, area) })}>
              <p>{t('site.home.areas.text')}</p>
              <LinkButton href="/events">{t('site.events.title')}</LinkButton>
            </EmptyState>
          ) : (
            <>
              <h2 className="vh">{t('site.area.events')}</h2>
              <EventList>
                {listing.items.map((event) => (
                  <EventLine key={event.id} t={t} event={event} listing={listing} now={now} />
                ))}
              </EventList>
              <p className="mt4">
                <MoreLink href={listingPath({ page: 1, area: area.slug, view: 'month' })}>{t('site.events.view.month')}</MoreLink>
              </p>
            </>
          )}
          {past === 0 ? null : (
            <p className="mt4">
              <MoreLink href={listingPath({ page: 1, area: area.slug, past: 'yes' })}>{t('site.org.past', { count: past })}</MoreLink>
            </p>
          )}
          <AreaRefuges t={t} refuges={refuges} />
          {refuges.length === 0 ? null : (
            <p className="mt4">
              <MoreLink href="/areas#refuges">{t('refuge.whole-ward')}</MoreLink>
            </p>
          )}
          <AreaDocuments t={t} notices={documents} />
          <FeedLinks t={t} query={{ page: 1, area: area.slug }} publicUrl={publicUrl} />
        </div>
        <Beside t={t} slug={area.slug} groups={groups} phone={phone} />
      </div>
    </>
  );
}

/** Who runs it, and whom to ask. */
function Beside({ t, slug, groups, phone }: Pick<AreaViewProps, 't' | 'groups' | 'phone'> & { readonly slug: string }): ReactElement {
  return (
    <aside className="stack-l" aria-label={t('site.area.side')}>
      {groups.length === 0 ? null : (
        <section aria-labelledby="groups">
          <h2 id="groups" className="fs-20 mb2">
            {t('site.org.of-area')}
          </h2>
          <ul>
            {groups.map((group) => (
              <li key={group.id}>
                <MoreLink href={`/organisations/${group.slug}`}>{group.name}</MoreLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PaperBox id="ask" title={t('site.area.ask')}>
        <p>{t('site.area.ask.text')}</p>
          {groups.length === 0 ? null : (
            <p className="mb3">
              <LinkButton href={`/join?area=${slug}`} kind="outline" wide>
                {t('membership.way')}
              </LinkButton>
            </p>
          )}
        <PhoneLink number={phone} />
      </PaperBox>
    </aside>
  );
}
