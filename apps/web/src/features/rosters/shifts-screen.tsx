import { postAssignmentCancellation, type EventDetail, type EventShiftList, type EventShiftResponse } from '@yoriai/api-client';
import { Banner, dateAndRange, Icon, LinkButton, Meter, Seats, StatusBadge, WholeName } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Confirm } from '../../ui/confirm.js';
import { FailureBanner } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { eventTitle } from '../events/event-title.js';
import { handsOf, pageOf } from '../events/hub.js';
import { eventQuery, shiftsQuery } from '../events/queries.js';
import { HandForm } from './hand-form.js';

/** 当番: who is on which duty, and how many are still wanted. */
export function ShiftsScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/shifts' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Shifts event={found} />}</Answer>;
}

function Shifts({ event }: { readonly event: EventDetail }): ReactElement {
  const back = { href: paths.event(event.id), label: eventTitle(event) };
  const live = event.publicRevision !== null;
  const shifts = useQuery({ ...shiftsQuery(event.id), enabled: live });
  return (
    <Screen title={t('app.hub.shifts')} back={back}>
      {live ? (
        <Answer of={shifts} inside>
          {(found) => <Roster event={event} list={found} />}
        </Answer>
      ) : (
        <Banner kind="info" className="mt5" title={t('app.shifts.after-publication')}>
          <p className="num">{event.peopleWanted > 0 ? t('app.hub.shifts.planned', { count: event.peopleWanted }) : t('app.hub.shifts.none')}</p>
          <p className="mt3">
            <LinkButton href={paths.edit(event.id, 'duties')} kind="outline" size="m" renderLink={appLink}>
              {t('app.shifts.to-plan')}
            </LinkButton>
          </p>
        </Banner>
      )}
    </Screen>
  );
}

function Roster({ event, list }: { readonly event: EventDetail; readonly list: EventShiftList }): ReactElement {
  const hands = handsOf(list);
  const [opened, setOpened] = useState<string>();
  const names = whyNot(list.can.seeNames);
  const shifts = [...list.items].sort((a, b) => b.free - a.free || a.startsAt.localeCompare(b.startsAt));
  return (
    <>
      {hands && hands.short > 0 && event.state === 'published' ? (
        <section className="help mt5" aria-labelledby="short">
          <h2 id="short" className="num">
            {t('app.task.find-hands', { count: hands.short })}
          </h2>
          <p className="mt1">{t('app.shifts.ask')}</p>
          <p className="btns mt3">
            <a className="btn o m" href={pageOf(event)}>
              <Icon name="link" />
              {t(event.visibility === null ? 'app.hub.public-page' : 'app.hub.kept-page')}
            </a>
            {event.visibility === null ? <CopyButton words={new URL(pageOf(event), location.origin).href} label={t('app.shifts.copy')} /> : null}
          </p>
        </section>
      ) : null}
      {names === undefined ? null : <p className="sub mt4">{names}</p>}
      {shifts.length === 0 ? null : (
        <div className="btns mt4">
          <LinkButton href={`/print/events/${event.id}/duty-roster`} kind="outline" size="m" icon="print">
            {t('app.papers.duty-roster')}
          </LinkButton>
        </div>
      )}
      {shifts.length === 0 ? <p className="mt5">{t('app.hub.shifts.none')}</p> : null}
      <ul className="rls mt5">
        {shifts.map((shift) => (
          <Shift key={shift.id} eventId={event.id} shift={shift} names={names === undefined}>
            <HandForm eventId={event.id} shift={shift} open={opened === shift.id} onOpen={(open) => setOpened(open ? shift.id : undefined)} />
          </Shift>
        ))}
      </ul>
    </>
  );
}

function Shift({ eventId, shift, names, children }: { readonly eventId: string; readonly shift: EventShiftResponse; readonly names: boolean; readonly children: ReactElement }): ReactElement {
  const taken = shift.capacity - shift.free;
  const cancelled = shift.state === 'cancelled';
  return (
    <li className="rl">
      <div className="row between">
        <h2 className="fs-20">{shift.duty}</h2>
        {cancelled ? (
          <StatusBadge t={t} status="cancelled" />
        ) : (
          <StatusBadge t={t} {...(shift.free > 0 ? { status: 'people-short' as const, params: { count: shift.free } } : { status: 'filled' as const })} />
        )}
      </div>
      <p className="num">
        {dateAndRange(t, shift.startsAt, shift.endsAt)}
        {shift.place === '' ? '' : `　${shift.place}`}
      </p>
      {shift.note === '' ? null : <p className="sub">{shift.note}</p>}
      {shift.capacity > 20 ? (
        <Meter value={taken} of={shift.capacity} tone={shift.free > 0 ? 'warm' : 'good'} />
      ) : (
        <Seats taken={taken} capacity={shift.capacity} />
      )}
      {cancelled ? null : <p className="sub num">{t('app.hub.people.of', { taken, capacity: shift.capacity })}</p>}
      {names && shift.people.length > 0 ? (
        <ul className="pl">
          {shift.people.map((person) => (
            <Hand key={person.assignmentId} eventId={eventId} person={person} />
          ))}
        </ul>
      ) : null}
      {names && shift.people.length === 0 && !cancelled ? <p className="sub">{t('app.shifts.nobody')}</p> : null}
      {names ? children : null}
    </li>
  );
}

function Hand({ eventId, person }: { readonly eventId: string; readonly person: EventShiftResponse['people'][number] }): ReactElement {
  const client = useQueryClient();
  const removal = useAct(
    (id: string, options) => postAssignmentCancellation(id, {}, options),
    () => client.invalidateQueries({ queryKey: ['event', eventId] }),
  );
  return (
    <li>
      <span>
        <WholeName text={person.name} />
        <span className="sub">　<WholeName text={person.kana} /></span>
        {person.noPhotos ? <b className="blk">{t('asks.photos.no-mark')}</b> : null}
      </span>
      {person.can.cancel === true ? (
        <Confirm
          quiet
          label={t('app.shifts.remove')}
          about={person.name}
          question={t('app.shifts.remove.question', { name: person.name })}
          yes={t('app.shifts.remove.yes')}
          pending={removal.pending}
          onYes={() => removal.act(person.assignmentId)}
        />
      ) : (
        <span className="sub">{whyNot(person.can.cancel)}</span>
      )}
      <FailureBanner error={removal.error} />
    </li>
  );
}
