import type { Actor, Area, OrganisationSummary } from '@yoriai/associations';
import { normaliseEmail, normalisePhone } from '@yoriai/identity';
import type { DateOnly } from '@yoriai/platform';
import type { StartCan, StartLine, StartRequest } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { asks, seesContact } from './start.policy.js';
import { beginVerdict, firstDayOf, isToCall, startVerdict } from './start.rules.js';

/** What is kept of what somebody wrote; the area is looked up by whoever keeps it. */
export function contentOf({ programme, venue, place, people, weekdays, hours, contactName, phone, email, note }: StartRequest): Pick<StartRequestEntity, 'programme' | 'venue' | 'place' | 'people' | 'weekdays' | 'hours' | 'contactName' | 'contactPhone' | 'contactEmail' | 'note'> {
  const [number, address] = [phone === undefined ? null : normalisePhone(phone), email === undefined ? null : normaliseEmail(email)];
  const contact = { contactName: contactName.trim(), contactPhone: number?.ok ? number.value : null, contactEmail: address?.ok ? address.value : null };
  return { programme, venue: venue || null, place: place || null, people, weekdays: [...weekdays].sort((a, b) => a - b), hours, ...contact, note: note || null };
}

/** What the lines of a list are told with. */
export interface StartNames {
  areas: readonly Area[];
  organisations: ReadonlyMap<string, OrganisationSummary>;
  people: ReadonlyMap<string, { name: string }>;
  /** Ids of the series among them that this person may see. */
  series: ReadonlySet<string>;
  today: DateOnly;
}

/** A request as this person may see it. */
export function toStartLine(actor: Actor, request: StartRequestEntity, { areas, organisations, people, series, today }: StartNames): StartLine {
  const { id, programme, areaId, organisationId, venue, place, weekdays, hours, state, eventId, contactName, contactPhone, contactEmail, answeredAt, createdAt } = request;
  const area = areas.find((each) => each.id === areaId);
  const near = seesContact(actor, request);
  return {
    ...{ id, programme, areaId, areaName: area?.name ?? null, areaSlug: area?.slug ?? null },
    ...{ organisationId, organisationName: (organisationId && organisations.get(organisationId)?.name) ?? null },
    ...{ venue, place, people: request.people, weekdays, hours, state },
    ...{ begun: eventId !== null, eventId: eventId !== null && series.has(eventId) ? eventId : null },
    contact: near && contactName !== null ? { name: contactName, phone: contactPhone, email: contactEmail } : null,
    ...(near ? { note: request.note, reply: request.reply } : { note: null, reply: null }),
    answeredBy: (request.answeredBy && people.get(request.answeredBy)?.name) ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    toCall: actor.isStaff() && isToCall(request),
    firstDay: firstDayOf(today, weekdays),
    createdAt: createdAt.toISOString(),
    can: canOf(actor, request),
  };
}

function canOf(actor: Actor, request: StartRequestEntity): StartCan {
  const staff = (to: 'talking' | 'accepted' | 'declined'): true | string => (actor.isStaff() ? startVerdict(request, to) : 'start.staff-only');
  const own = asks(actor, request.organisationId);
  return {
    ...{ talk: staff('talking'), accept: staff('accepted'), decline: staff('declined') },
    withdraw: own ? startVerdict(request, 'withdrawn') : 'start.leaders-only',
    begin: own || actor.isStaff() ? beginVerdict(request) : 'start.leaders-only',
  };
}
