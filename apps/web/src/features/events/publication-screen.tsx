import type { EventDetail } from '@yoriai/api-client';
import { Banner, isStatus, LinkButton, Phrases, StatusBadge } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AppLink, appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { Screen } from '../../ui/screen.js';
import { publicationStops } from '../approvals/checklist-words.js';
import { CircleBadge } from './circle-badge.js';
import { frameWords } from './answers.js';
import { eventTitle } from './event-title.js';
import { InvitationLink } from './invitation-link.js';
import { isApproved } from './hub.js';
import { PlannedPublication, PublicationPlan } from './publication-plan.js';
import { PublishButton } from './publish-button.js';
import { eventQuery } from './queries.js';
import { totalOf } from './total.js';

/** 募集・公開: puts the approved text on the Site, and says where it stands there. */
export function PublicationScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/publication' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Publication event={found} />}</Answer>;
}

function Publication({ event }: { readonly event: EventDetail }): ReactElement {
  const total = totalOf(event);
  return (
    <Screen
      title={t('app.hub.publication')}
      width="narrow"
      back={{ href: paths.event(event.id), label: eventTitle(event) }}
      eyebrow={
        <span className="row tight">
          {isStatus(event.state) ? <StatusBadge t={t} status={event.state} /> : null}
          <CircleBadge of={event} />
        </span>
      }
    >
      {event.publicRevision === null ? <Publish event={event} /> : event.visibility === null ? <Published event={event} /> : <InvitationLink event={event} />}
      <section className="mt6" aria-labelledby="frames">
        <h2 id="frames" className="mb3">
          {t('app.publish.places')}
        </h2>
        {event.frames.length === 0 ? <p>{t('app.frames.none')}</p> : null}
        <dl className="kaze names">
          {event.frames.map((frame) => (
            <div key={frame.id} className="contents">
              <dt>
                <Phrases text={frame.name} />
              </dt>
              <dd className="pre num">{frameWords(frame)}</dd>
            </div>
          ))}
          {total === null ? null : (
            <>
              <dt>{t('events.label.totalPlaces')}</dt>
              <dd className="num">{t('app.total.words', { count: total.places })}</dd>
            </>
          )}
        </dl>
      </section>
    </Screen>
  );
}

function Publish({ event }: { readonly event: EventDetail }): ReactElement {
  const unmet = event.can.publish === 'event.condition-unmet' || event.can.publish === 'event.checklist-unmet';
  const ready = event.state === 'approved' && !unmet;
  const why = whyNot(event.can.publish);
  return (
    <div className="mt5">
      <PlannedPublication event={event} />
      <p className={event.publishAt === null ? undefined : 'mt5'}>{unmet ? why : t(ready ? 'app.publish.ready' : isApproved(event.state) ? 'app.publish.done' : 'app.publish.before-approval')}</p>
      {unmet ? <Stops event={event} /> : null}
      {ready ? (
        <div className="mt4">
          <PublishButton event={event} />
          {event.can.publish === true ? <PublicationPlan event={event} /> : null}
        </div>
      ) : (
        <p className="mt4">
          <LinkButton href={unmet ? `${paths.approvalOf(event.id)}#${event.can.publish === 'event.condition-unmet' ? 'conditions' : 'checklist'}` : paths.approvalOf(event.id)} kind="outline" renderLink={appLink}>
            {t(event.can.publish === 'event.condition-unmet' ? 'app.next.meet-conditions.button' : unmet ? 'app.next.do-procedures.button' : 'app.publish.to-approval')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** All of it at once: who settles one thing does not learn of the next only then. */
function Stops({ event }: { readonly event: EventDetail }): ReactElement | null {
  const stops = publicationStops(event);
  if (stops.length === 0) return null;
  return (
    <Banner kind="note" className="mt4" title={t('app.publish.stops', { count: stops.length })}>
      <ul>
        {stops.map(({ id, words, at }) => (
          <li key={id}>
            <AppLink href={`${paths.approvalOf(event.id)}#${at}`} className="more">
              {t(`app.publish.stop.${at}`, { words })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Published({ event }: { readonly event: EventDetail }): ReactElement {
  const shortUrl = `${window.location.host}/q/${event.shortCode}`;
  return (
    <>
      <Banner kind="good" className="mt5" title={t(event.state === 'published' ? 'app.published.title' : 'app.published.was')} role="status">
        <p>{t('app.published.body')}</p>
      </Banner>
      <dl className="kaze mt5">
        <dt>{t('app.published.page')}</dt>
        <dd>
          <a className="more brk" href={`/events/${event.slug}`}>{`${window.location.host}/events/${event.slug}`}</a>
        </dd>
        <dt>{t('app.published.short')}</dt>
        <dd>
          <a className="more brk" href={`/q/${event.shortCode}`}>
            {shortUrl}
          </a>
        </dd>
      </dl>
      <p className="btns mt5">
        <LinkButton href={paths.papers(event.id)} icon="print" renderLink={appLink}>
          {t('app.published.poster')}
        </LinkButton>
        <LinkButton href={paths.people(event.id)} kind="outline" renderLink={appLink}>
          {t('app.hub.applicants')}
        </LinkButton>
      </p>
    </>
  );
}
