import type { ContestDetail, DeliveryList, EventDetail } from '@yoriai/api-client';
import { Badge, dateTime, inBrackets, procedureIn, repeatsWords, shortDate, StatusBadge } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { addDays, jstOf } from '../../app/jst.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { stageOf, type ContestStage } from '../contest/stage.js';
import { leftBadge } from '../approvals/checklist-badge.js';
import { isOwnLook } from '../approvals/checklist-words.js';
import { adultsNeeded } from './adults.js';
import { missingLines } from './missing.js';
import { changesOnly } from './writing.js';
import { applicationStatus, approvalStatus, callsOf, daysUntil, drawAhead, isApproved, notPublicYet, reportDueOn, type Hands } from './hub.js';

export interface HubRow {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly line: string;
  readonly badge: ReactElement | null;
}

export interface HubFacts {
  readonly hands: Hands | undefined;
  readonly deliveries: DeliveryList | undefined;
  /** Undefined until it is known. */
  readonly contest: ContestDetail | undefined;
  readonly now: Date;
  /** Somebody of a community centre, who helps to write it and leads nothing of it. */
  readonly helps?: boolean;
}

/** The hub's three parts: getting ready, people, the day and after. */
export function hubSections(event: EventDetail, facts: HubFacts): { title: string; rows: HubRow[] }[] {
  if (facts.helps) return [{ title: t('app.hub.prepare'), rows: [contentRow(event), programmeRow(event), approvalRow(event)] }];
  return [
    { title: t('app.hub.prepare'), rows: [contentRow(event), programmeRow(event), handoutRow(event), ...seriesRow(event), coHostRow(event), approvalRow(event), ...checklistRow(event), publicationRow(event)] },
    { title: t('app.hub.people'), rows: [peopleRow(event, facts.now), shiftsRow(event, facts), ...stallsRow(event), ...contestRow(event, facts), messagesRow(event, facts)] },
    { title: t('app.hub.day'), rows: [papersRow(event), dayRow(event, facts.now), reportRow(event, facts.now)] },
  ];
}

function contentRow(event: EventDetail): HubRow {
  if (changesOnly(event)) return changeRow(event);
  const count = missingLines(event).length;
  return {
    id: 'content',
    title: t('app.hub.content'),
    href: paths.edit(event.id, 'check'),
    line: count > 0 ? t('app.hub.content.missing', { count }) : t('app.hub.content.changed', { date: shortDate(t, event.updatedAt) }),
    badge: <StatusBadge t={t} status={count > 0 ? 'to-do' : 'done'} />,
  };
}

/** What was approved can be changed; the row says so, and where a change stands. */
function changeRow({ id, changeState, updatedAt, can }: EventDetail): HubRow {
  return {
    id: 'content',
    title: t('app.hub.content'),
    href: paths.edit(id, 'check'),
    line: changeState !== null ? t(`app.hub.content.${changeState}`) : can.change === true ? t('app.hub.content.change') : t('app.hub.content.changed', { date: shortDate(t, updatedAt) }),
    badge: <StatusBadge t={t} status={changeState === null ? 'done' : `change-${changeState === 'pending' ? 'submitted' : changeState}`} />,
  };
}

/** Only for those who see who applies. */
function stallsRow({ id, state, can, stalls }: EventDetail): HubRow[] {
  if (can.seeApplications !== true) return [];
  const base = { id: 'stalls', title: t('stall.label'), href: paths.stalls(id) };
  if (stalls === null) return [{ ...base, line: t('app.stalls.lead'), badge: <Badge icon="list">{t('ui.form.optional')}</Badge> }];
  if (state === 'cancelled') return [{ ...base, line: t('app.hub.cancelled'), badge: <StatusBadge t={t} status={state} /> }];
  if (notPublicYet(state)) return [{ ...base, line: t('app.stalls.planned', { count: stalls.places }), badge: <StatusBadge t={t} status="locked" /> }];
  const badge = stalls.waiting > 0 ? <Badge icon="hourglass" tone="note">{t('app.hub.stalls.waiting', { count: stalls.waiting })}</Badge> : <Badge icon="list">{t('app.hub.stalls.asked')}</Badge>;
  return [{ ...base, line: t('app.stalls.row', { accepted: stalls.accepted, waiting: stalls.waiting }), badge }];
}

/** As they are told; a contest that nobody thought of yet is optional. */
const STAGES: Readonly<Record<Exclude<ContestStage, 'over'>, ReactElement>> = {
  none: <Badge icon="list">{t('ui.form.optional')}</Badge>,
  preparing: <StatusBadge t={t} status="to-do" />,
  ready: <Badge icon="tick">{t('app.hub.contest.ready')}</Badge>,
  judging: <Badge icon="pencil" tone="note">{t('app.hub.contest.judging')}</Badge>,
  judged: <Badge icon="hourglass" tone="note">{t('app.hub.contest.judged')}</Badge>,
  confirmed: <Badge icon="tick-circle" tone="good">{t('app.hub.contest.confirmed')}</Badge>,
};

/** Only for those who lead the event; nobody has to have one. */
function contestRow({ id, state, can }: EventDetail, { contest: detail }: HubFacts): HubRow[] {
  if (can.seeApplications !== true) return [];
  const base = { id: 'contest', title: t('contest.label'), href: paths.contest(id) };
  if (detail === undefined) return [{ ...base, line: t('app.contest.lead'), badge: null }];
  const stage = stageOf(detail);
  const numbers = { divisions: detail.contest?.divisions.length ?? 0, entries: detail.entries.filter(({ stands }) => stands).length, judges: detail.judges.length };
  return [{ ...base, line: stage === 'none' ? t('app.contest.lead') : t('app.hub.contest.line', numbers), badge: state === 'cancelled' && stage !== 'none' ? <StatusBadge t={t} status={state} /> : stage === 'over' ? null : STAGES[stage] }];
}

function programmeRow({ id, programme }: EventDetail): HubRow {
  const [first] = programme ?? [];
  const line = first ? `${[first.start, first.title].filter(Boolean).join(' ')}${(programme ?? []).length > 1 ? `　${t('programme.poster.more')}` : ''}` : t('programme.none');
  return { id: 'programme', title: t('programme.label'), href: paths.programme(id), line, badge: <Badge icon="list">{t(first ? 'ui.status.done' : 'ui.form.optional')}</Badge> };
}

/** Papers for whoever sees the page; nobody needs any. */
const handoutRow = ({ id }: EventDetail): HubRow => ({ id: 'handouts', title: t('handout.title'), href: paths.handouts(id), line: t('handout.row'), badge: <Badge icon="list">{t('ui.form.optional')}</Badge> });

/** Of what repeats: how, and the way to all of its dates. */
function seriesRow({ repeats, series }: EventDetail): HubRow[] {
  if (!repeats) return [];
  const line = repeatsWords(t, repeats);
  const way = series ? { href: paths.series(series.id), line } : { line: `${line}　${t('series.not-yet')}` };
  return [{ id: 'series', title: t('series.row'), ...way, badge: <Badge icon="calendar">{t('series.label')}</Badge> }];
}

/** Who else holds it; the screen knows who was asked. */
function coHostRow({ id }: EventDetail): HubRow {
  return { id: 'co-hosts', title: t('app.co-host.title'), href: paths.coHosts(id), line: t('app.co-host.row'), badge: <Badge icon="people">{t('app.co-host.row.badge')}</Badge> };
}

function approvalRow(event: EventDetail): HubRow {
  const { approval } = event;
  return {
    id: 'approval',
    title: t('app.hub.approval'),
    href: paths.approvalOf(event.id),
    line: approvalLine(approval),
    badge: <StatusBadge t={t} status={approvalStatus(event)} />,
  };
}

/** What was decided and when; until then, when it was handed in. */
function approvalLine(approval: EventDetail['approval']): string {
  if (!approval) return t('app.hub.approval.none');
  const { status, decidedAt, submittedAt, revision, rule } = approval;
  const decided = `app.hub.approval.${status === 'approved' && rule !== null ? 'by-rule' : status}`;
  return decidedAt !== null && t.has(decided)
    ? t(decided, { date: shortDate(t, decidedAt) })
    : t('app.hub.approval.line', { date: dateTime(t, submittedAt), revision });
}

/** Nothing of these is prepared any more. */
const OVER: ReadonlySet<string> = new Set(['rejected', 'closed']);

/** What it needs besides; nothing where its answers ask for nothing but the host's own look, or where it is over. */
function checklistRow(event: EventDetail): HubRow[] {
  if (OVER.has(event.state)) return [];
  const asked = event.checklist.filter((item) => !isOwnLook(item)).map((item) => procedureIn(t, item));
  if (asked.length === 0) return [];
  return [
    {
      id: 'checklist',
      title: t('app.checklist.title'),
      href: `${paths.approvalOf(event.id)}#checklist`,
      line: asked.map(({ title }) => title).join(t('app.told.leaving.and')),
      badge: event.state === 'cancelled' ? <StatusBadge t={t} status={event.state} /> : leftBadge(asked),
    },
  ];
}

function publicationRow(event: EventDetail): HubRow {
  const { state } = event;
  const unmet = event.can.publish === 'event.condition-unmet' || event.can.publish === 'event.checklist-unmet';
  const status =
    state === 'published' ? 'published' : unmet ? 'locked' : state === 'approved' ? 'to-do' : state === 'cancelled' ? 'cancelled' : isApproved(state) ? 'ended' : 'locked';
  return {
    id: 'publication',
    title: t('app.hub.publication'),
    href: paths.publication(event.id),
    line: publicationLine(event, unmet, status === 'locked'),
    badge: status === 'to-do' && event.publishAt !== null ? <Badge icon="clock">{t('app.hub.publication.planned.badge')}</Badge> : <StatusBadge t={t} status={status} />,
  };
}

function publicationLine({ publishAt, publicRevision, visibility }: EventDetail, unmet: boolean, locked: boolean): string {
  if (unmet) return t('app.hub.publication.after-conditions');
  if (locked) return t('app.hub.publication.after-approval');
  if (publicRevision !== null) return t(visibility === null ? 'app.hub.publication.on-site' : 'app.hub.publication.kept');
  return publishAt === null ? t('app.hub.publication.ready') : t('app.hub.publication.planned', { when: dateTime(t, publishAt) });
}

/** What happens in the rain, and when and by whom that is still to be decided where it can mean that nobody comes: 雨天中止（11月28日(土) 17時に決めます）. */
export function rainWords({ rainPolicy, rainDecisionAt, rainDecider }: Pick<EventDetail, 'rainPolicy' | 'rainDecisionAt' | 'rainDecider'>, now: Date): string {
  if (rainPolicy === null) return '';
  const said = t(`events.rain.${rainPolicy}`);
  const open = rainPolicy === 'go-ahead' || rainPolicy === 'indoors' || rainDecisionAt === null || new Date(rainDecisionAt) <= now;
  return open ? said : said + inBrackets(t, rainDecider ? t('app.rain.decided-by', { when: dateTime(t, rainDecisionAt), who: rainDecider }) : t('app.rain.decided', { when: dateTime(t, rainDecisionAt) }));
}

/** 96人／120人, or how many applied where everybody can come; 抽選待ち 78人（定員60人） where places are drawn later; of what was called off, how many had applied. */
export function takenWords({ state, can, calledOff, capacity, placesTaken: taken, frames }: Pick<EventDetail, 'state' | 'can' | 'calledOff' | 'capacity' | 'placesTaken' | 'frames'>): string {
  // Who may not see them is not told how many they were: nothing says that there were none.
  if (state === 'cancelled' && capacity !== 0) {
    if (calledOff !== null) return t('app.people.off.count', { count: calledOff.groups, heads: calledOff.heads });
    return can.seeApplications === true ? t('app.people.off.nobody') : t('ui.status.cancelled');
  }
  if (capacity === 0) return t('app.hub.people.free');
  const draw = drawAhead(frames);
  if (draw !== null && draw.places === capacity) return t('app.hub.people.draw', { count: draw.heads, capacity });
  const counted = capacity === null ? t('app.hub.people.open', { taken }) : t('app.hub.people.of', { taken, capacity });
  return draw === null ? counted : `${counted}　${t('app.hub.people.in-draw', { count: draw.heads })}`;
}

function peopleRow(event: EventDetail, now: Date): HubRow {
  const { waiting } = event;
  // Before the day somebody may still be asked; afterwards it is how it is.
  const missing = event.state === 'published' ? (event.consentsMissing ?? 0) : 0;
  const counted = takenWords(event);
  const status = applicationStatus(event, now);
  return {
    id: 'people',
    title: t('app.hub.applicants'),
    href: paths.people(event.id),
    line: status === 'locked' ? t('app.hub.after-publication') : waiting > 0 ? `${counted}　${t('app.count.waiting-of', { count: waiting })}` : counted,
    badge: event.toAnswer !== null && event.state === 'published' && event.can.seeApplications === true ? <Badge icon="hourglass" tone="note">{t('app.hub.to-answer', { count: event.toAnswer.groups })}</Badge> : missing > 0 ? <Badge icon="hourglass" tone="note">{t('app.hub.consents', { count: missing })}</Badge> : <StatusBadge t={t} status={status} />,
  };
}

function shiftsRow(event: EventDetail, { hands }: HubFacts): HubRow {
  const base = { id: 'shifts', title: t('app.hub.shifts'), href: paths.shifts(event.id) };
  if (event.state === 'cancelled') return { ...base, line: t('app.hub.cancelled'), badge: <StatusBadge t={t} status="cancelled" /> };
  if (event.publicRevision === null) {
    const line = event.peopleWanted > 0 ? t('app.hub.shifts.planned', { count: event.peopleWanted }) : t('app.hub.shifts.none');
    return { ...base, line, badge: <StatusBadge t={t} status="locked" /> };
  }
  const over = isApproved(event.state) && event.state !== 'published';
  // Who may not see who helps, or before the list has come: how many there are places for, nothing about how many came.
  if (!hands && event.peopleWanted > 0) {
    return { ...base, line: t('app.hub.shifts.places', { count: event.peopleWanted }), badge: <StatusBadge t={t} status={over ? 'ended' : 'published'} /> };
  }
  if (!hands || hands.wanted === 0) return { ...base, line: t('app.hub.shifts.none'), badge: <Badge icon="tick">{t('app.hub.shifts.without')}</Badge> };
  const status = <StatusBadge t={t} {...(over ? { status: 'ended' } : hands.short > 0 ? { status: 'people-short', params: { count: hands.short } } : { status: 'filled' })} />;
  const line = t('app.hub.people.of', { taken: hands.taken, capacity: hands.wanted });
  const adults = over ? null : adultsNeeded(event.frames);
  if (adults === null || adults <= hands.taken) return { ...base, line, badge: status };
  return { ...base, line: `${line}　${t('app.hub.adults', { needed: adults, taken: hands.taken })}`, badge: <Badge icon="people" tone="note">{t('app.hub.adults.badge', { count: adults - hands.taken })}</Badge> };
}

function messagesRow(event: EventDetail, { deliveries, now }: HubFacts): HubRow {
  const base = { id: 'messages', title: t('app.hub.messages'), href: paths.messages(event.id) };
  const next = deliveries?.reminders.find((each) => each.state === 'due' && each.dueAt > now.toISOString());
  const calls = callsOf(event, deliveries, now);
  const line = next
    ? t('app.hub.messages.next', { when: dateTime(t, next.dueAt) })
    : t(event.publicRevision === null ? 'app.hub.after-publication' : 'app.hub.messages.none');
  if (calls > 0) return { ...base, line, badge: <Badge icon="phone" tone="note">{t('app.hub.messages.calls', { count: calls })}</Badge> };
  if (next)
    return {
      ...base,
      line,
      badge: (
        <Badge icon="clock" tone="info">
          {t('app.hub.messages.planned')}
        </Badge>
      ),
    };
  if (event.publicRevision === null) return { ...base, line, badge: <StatusBadge t={t} status="locked" /> };
  return { ...base, line, badge: <Badge icon="list">{t('app.hub.messages.record')}</Badge> };
}

function papersRow(event: EventDetail): HubRow {
  return {
    id: 'papers',
    title: t('app.hub.papers'),
    href: paths.papers(event.id),
    line: t('app.hub.papers.line'),
    badge: event.publicRevision === null ? <StatusBadge t={t} status="locked" /> : <Badge icon="print">{t('app.hub.papers.ready')}</Badge>,
  };
}

function dayRow(event: EventDetail, now: Date): HubRow {
  const base = { id: 'day', title: t('app.hub.reception'), href: paths.day(event.id) };
  if (event.state === 'cancelled') return { ...base, line: t('app.hub.cancelled'), badge: <StatusBadge t={t} status="cancelled" /> };
  const days = daysUntil(event.startsAt, now);
  if (event.startsAt === null || days === undefined || !isApproved(event.state)) {
    return { ...base, line: t('app.hub.after-publication'), badge: <StatusBadge t={t} status="locked" /> };
  }
  if (days > 1) {
    const line = t('app.hub.reception.line');
    const date = shortDate(t, addDays(jstOf(event.startsAt).date, -1));
    return { ...base, line, badge: <Badge icon="lock">{t('app.hub.from', { date })}</Badge> };
  }
  const line = t(days < 0 ? 'app.hub.reception.record' : event.can.seeApplications === true ? 'app.hub.reception.now' : 'app.hub.reception.host');
  return { ...base, line, badge: <StatusBadge t={t} status={days === 0 ? 'today' : days > 0 ? 'to-do' : 'ended'} /> };
}

function reportRow(event: EventDetail, now: Date): HubRow {
  const { state, endsAt } = event;
  const base = { id: 'report', title: t('app.hub.report'), href: paths.report(event.id), line: t('app.hub.report.line') };
  if (state === 'cancelled') return { ...base, line: t('app.hub.cancelled'), badge: <StatusBadge t={t} status={state} /> };
  if (state === 'reported' || state === 'closed') return { ...base, badge: <StatusBadge t={t} status={state} /> };
  if (state === 'awaiting-report' && endsAt !== null) {
    const due = reportDueOn(endsAt);
    const late = due < jstOf(now).date;
    return { ...base, badge: <StatusBadge t={t} status={late ? 'overdue' : 'due'} params={{ date: shortDate(t, due) }} /> };
  }
  return { ...base, badge: <StatusBadge t={t} status="locked" /> };
}
