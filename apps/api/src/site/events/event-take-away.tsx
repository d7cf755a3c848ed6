import { Fragment, type ReactElement } from 'react';
import { Around, HERE, LinkButton, dateTime, withoutReadings, type Translate } from '@yoriai/ui';
import { lineUrl } from './elsewhere-links.js';
import type { ShownEvent } from './shown-event.js';
import { countedFrames, lastUpdate } from './standing.js';

interface EventTakeAwayProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly alive: boolean;
  readonly ended: boolean;
  /** Where everybody finds the event. */
  readonly address: string;
}

/** What one takes away from the page of an event: on paper or in one's own calendar, and for the neighbours, or those of its circle; then who holds it. */
export function EventTakeAway(props: EventTakeAwayProps): ReactElement {
  return (
    <>
      <Papers {...props} />
      <Neighbours {...props} />
      <Host {...props} />
    </>
  );
}

function Papers({ t, event, alive }: EventTakeAwayProps): ReactElement | null {
  const counted = countedFrames(event.frames);
  const papers = [
    { is: alive && counted.length > 0, file: '/application-form', icon: 'print', words: t('site.event.form') },
    { is: alive && counted.some(({ asks }) => asks.guardian), file: '/guardian-consent', icon: 'print', words: t('site.event.consent') },
    { is: event.programme.length > 0, file: '/running-order', icon: 'print', words: t('programme.paper') },
    { is: alive, file: '.ics', icon: 'calendar', words: t('site.event.calendar') },
  ] as const;
  if (!papers.some(({ is }) => is)) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers" className="fs-18 mb3">
        {t('site.event.papers')}
      </h2>
      <div className="shr">
        {papers.filter(({ is }) => is).map(({ file, icon, words }) => (
          <LinkButton key={file} href={`/events/${event.slug}${file}`} kind="outline" size="s" icon={icon}>
            {words}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}

/** Whoever was invited to it alone passes it on to nobody, and nobody one that is off. */
function Neighbours({ t, event, ended, address }: EventTakeAwayProps): ReactElement | null {
  if (ended || event.state === 'cancelled' || event.visibility === 'invited') return null;
  return (
    <section aria-labelledby="share">
      <h2 id="share" className="fs-18 mb3">
        {t(event.visibility === null ? 'site.event.share' : `site.event.share.${event.visibility}`)}
      </h2>
      <div className="shr">
        <LinkButton href={`/events/${event.slug}/poster`} kind="outline" size="s" icon="print">
          {t('site.event.poster')}
        </LinkButton>
        {event.visibility === null ? (
          <LinkButton href={lineUrl(wordsOf(t, event, address))} kind="outline" size="s" icon="chat">
            {t('site.event.line')}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}

/** What is sent: what, when, where to read more. Chats show no readings. */
function wordsOf(t: Translate, { title, startsAt, placeName }: ShownEvent, address: string): string {
  return withoutReadings([title, `${dateTime(t, startsAt)}　${placeName}`, address].join('\n'));
}

function Host({ t, event, ended }: EventTakeAwayProps): ReactElement {
  return (
    <p className="sub">
      <Around text={t('site.event.host', { name: HERE })}>
        <a href={`/organisations/${event.organisation.slug}`}>{event.organisation.name}</a>
      </Around>
      <CoHosts t={t} event={event} />
      {ended ? null : (
        <>
          <br />
          {t('site.event.updated', { when: dateTime(t, lastUpdate(event)) })}
        </>
      )}
    </p>
  );
}

/** 共催, each with the way to its page; nothing where the host holds it alone. */
function CoHosts({ t, event }: { readonly t: Translate; readonly event: ShownEvent }): ReactElement | null {
  if (event.coHosts.length === 0) return null;
  return (
    <>
      <br />
      <Around text={t('site.event.co-hosts', { names: HERE })}>
        {event.coHosts.map(({ name, slug }, index) => (
          <Fragment key={slug}>
            {index === 0 ? null : '、'}
            <a href={`/organisations/${slug}`}>{name}</a>
          </Fragment>
        ))}
      </Around>
    </>
  );
}
