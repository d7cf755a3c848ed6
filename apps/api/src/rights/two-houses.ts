import { Invitations, type Actor } from '@yoriai/associations';
import { EventApprovals, EventDrafts, EventPublications, SignUps } from '@yoriai/events';
import { Assignments, Shifts } from '@yoriai/rosters';
import { concert } from '../site/testing/site-town.js';
import type { Stage } from './stage.js';

/** What an association has that is nobody else's business: unfinished work and officers (`inner`), names and contacts of people (`people`). */
export interface House {
  inner: string;
  people: string;
  /** Every address that asks for something of this house. */
  paths: readonly string[];
  /** Those of `paths` that are the link of a ticket: whoever has it reads this one applicant, and nothing else. */
  tickets: readonly string[];
}

/** Fills an association with things that carry its marks. */
export async function furnished(stage: Stage, letter: 'A' | 'B', organisationId: string, leader: Actor): Promise<House> {
  const { town } = stage;
  const { api } = town;
  const [inner, people] = [`inner${letter}mark`, `people${letter}mark`];
  const drafts = api.get(EventDrafts);
  const draft = await drafts.create(leader, { ...concert(organisationId), title: `${inner} 下書き` });
  const submitted = await drafts.create(leader, { ...concert(organisationId), title: `${inner} 申請中` });
  await api.get(EventApprovals).submit(leader, submitted.id);
  const event = await drafts.create(leader, { ...concert(organisationId), title: `公開の行事 ${letter}` });
  await api.get(EventApprovals).submit(leader, event.id);
  await api.get(EventApprovals).approve(stage.actor('approver'), event.id, { revision: 1 });
  await api.get(EventPublications).publish(leader, event.id);
  const [shift] = await town.tx(async (tx) => {
    await api.get(Shifts).followPlan(tx, event.id);
    return api.get(Shifts).ofEvent(tx, event.id);
  });
  const helper = await town.resident({ name: `手伝い ${people}`, kana: 'てつだい', email: `helper-${people}@example.jp`, phone: '090-0000-0001' });
  const duty = await api.get(Assignments).take(helper.actor, shift!.id);
  const applied = await api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, name: `申込 ${people}`, kana: 'もうしこみ', email: `applicant-${people}@example.jp`, heads: 2 });
  await api.get(Invitations).invite(leader, organisationId, { email: `invited-${inner}@example.jp`, role: 'council-officer', title: '副会長' });
  await town.resident({ name: `班長 ${inner}`, kana: 'はんちょう', email: `officer-${inner}@example.jp`, office: { organisationId, role: 'block-leader' } });
  const [approval] = await town.sql<{ id: string }>('select id from approvals.approval_case where subject_id = $1', [submitted.id]);

  const token = applied.ticketUrl!.split('/').at(-1)!;
  const tickets = [`/t/${token}`, `/api/tickets/${token}`];
  const ofEvent = ['', '/history', '/applications', '/shifts', '/reception', '/deliveries', '/call-sheet', '/change-audience'];
  const paths = [
    ...[draft, submitted, event].flatMap(({ id }) => ofEvent.map((part) => `/api/events/${id}${part}`)),
    ...[draft, submitted, event].flatMap(({ id }) => ['poster', 'sign-in-sheet', 'call-sheet'].map((paper) => `/print/events/${id}/${paper}`)),
    ...['', '/poster', '/apply', '/done'].map((part) => `/events/${event.slug}${part}`),
    `/events/${draft.slug}`,
    `/api/public/events/${submitted.slug}`,
    `/api/organisations/${organisationId}`,
    `/api/organisations/${organisationId}/officers`,
    `/api/approvals/${approval!.id}`,
    `/api/participation?eventId=${event.id}`,
    `/me/duties/${duty.id}`,
    ...tickets,
  ];
  return { inner, people, paths, tickets };
}

/** Lists that are everybody's, and must hold nothing that is not. */
export const LISTS: readonly string[] = [
  '/',
  '/events',
  '/areas',
  '/initiatives',
  '/volunteer',
  '/me',
  '/api/me',
  '/api/sessions',
  '/api/me/joinings/candidates',
  '/api/organisations',
  '/api/admin/officers',
  '/api/approvals',
  '/api/events',
  '/api/events?scope=ward',
  '/api/events?scope=ward&q=mark',
  '/api/public/events',
  '/api/public/events?q=mark',
  '/api/shifts/free',
  '/api/shifts/hands',
  '/api/calls',
  '/api/ward-decisions',
  '/api/list-requests',
  '/api/list-exports',
  '/api/assignments',
  '/api/participation',
  '/api/participation/years',
];
