import type { Page } from '@playwright/test';
import { call } from './api.js';
import { applyForStall, askToBegin, askToJoin } from './asking.js';
import { pagesByLetter } from './by-letter.js';
import { inDays } from './days.js';
import { yearOfDuty } from './past-duty.js';
import { boardOf, entranceToday } from './entrance.js';
import { publishedEvent, weeklyEvent, type PublishedEvent } from './events.js';
import { linkIn, mailTo } from './mail.js';
import type { Roles } from './roles.js';
import { sql } from './sql.js';

/** One page as somebody sees it: the pattern of its route, its address, and who looks (nobody: a visitor). */
export interface PageSeen {
  route: string;
  path: string;
  as?: string;
  /** What is arranged before it is asked for, and what is done there before it is looked at. */
  before?: (page: Page) => Promise<unknown>;
  then?: (page: Page) => Promise<unknown>;
}

/** Addresses that show nothing of their own: they lead on, or give a file. */
const NO_PAGE: Readonly<Record<string, string>> = {
  '/e/:code': 'leads on to the event',
  '/q/:code': 'leads on to the event or the association',
  '/events/:slug.ics': 'a calendar file',
  '/events/:slug/draw.csv': 'a table of lots',
  '/events/:slug/handouts/:handoutId': 'a paper to take along',
  '/events/:slug/pictures/:fileId': 'a picture',
  '/events.ics': 'a calendar for subscribing',
  '/series/:id.ics': 'a calendar for subscribing',
  '/events.atom': 'a feed of news',
  '/events.rss': 'a feed of news',
  '/events.csv': 'a table for open data',
  '/display/:lang': 'leads back to where one was, in that language',
  '/events/:slug/apply/check': 'leads back to the form: it answers a form alone',
  '/events/:slug/applications': 'leads back to the form: it answers a form alone',
  '/print/events/:id/board': 'leads on to the board of the event',
  '/v/:code/own': 'leads back to the entrance',
  '/v/:code/number': 'leads back to the entrance',
  '/v/:code/walk-ins': 'leads back to the entrance',
  '/s/:token/change': 'leads back to the page of the stall',
  '/s/:token/withdrawal': 'leads back to the page of the stall',
  '/b/:token/withdrawal': 'leads back to the page of the request',
  '/n/:token/withdrawal': 'leads back to the page of the request',
  '/j/:token/sheets': 'leads back to the numbers of the judge',
  '/t/:token/entry-names': 'leads back to the ticket',
  '/t/:token/photos': 'leads back to the ticket',
  '/g/:token/photos': 'leads back to the guardian’s page',
  '/t/:token/cancellation': 'leads back to the ticket',
  '/t/:token/answers': 'leads back to the ticket where nothing is asked',
  '/t/:token/acceptance': 'leads back to the ticket',
  '/t/:token/still-coming': 'leads back to the ticket',
  '/d/:id/:token/answer': 'leads back to the question',
  '/t/:token/check-in': 'leads back to the ticket',
  '/t/:token/check-in-undo': 'leads back to the ticket',
  '/shifts/:id/assignments': 'leads back to the duty',
  '/me/passkeys/:id/removal': 'leads back to one’s own devices',
  '/me/joinings': 'leads back to one’s own page',
  '/me/sessions/:id/end': 'leads back to one’s own page',
  '/me/duties/:id/cancellation': 'leads back to the duty',
  '/me/duties/:id/photos': 'leads back to the duty',
  '/sign-in/code/resend': 'leads back to the code',
  '/sign-out': 'leads back to the first page',
  '/app/*': 'the pages of the App are listed one by one',
};

/** Whether there is nothing to look at under this route. */
export const leadsOn = (route: string): boolean => route in NO_PAGE || route.endsWith('.pdf');

/** Made for a sheet and not for a window: how it looks there is measured on the sheet. */
export const isPaper = ({ route }: PageSeen): boolean => route.startsWith('/print/') || /^\/events\/:slug\/(poster|application-form|guardian-consent|running-order)$/.test(route) || route === '/organisations/:slug/sheet' || route === '/me/history/:year/certificate';

/** Everything there is to see in a town that has something of everything. */
export async function pagesOf(roles: Roles): Promise<PageSeen[]> {
  const event = await publishedEvent(roles, `見られる会 ${Date.now()}`, 10);
  const weekly = await weeklyEvent(roles, `毎週の会 ${Date.now()}`);
  const email = `seen-${Date.now()}@example.jp`;
  const body = { frameId: event.frameId, name: '南 みえ', kana: 'みなみ みえ', email, heads: 1 };
  await call('POST', `/api/events/${event.id}/applications`, { body });
  const drawn = await publishedEvent(roles, `くじの会 ${Date.now()}`, 3, { lottery: true });
  const ticket = linkIn(await mailTo(email, '申し込みました'), '/t/');
  await call('PUT', `/api/events/${event.id}/stall-call`, { cookie: roles.roles['A.leader']?.headers.cookie ?? '', body: { kinds: ['food', 'goods'], places: 3, closesOn: inDays(14).iso, plots: [{ code: 'A-1', venue: '南の広場' }] } });
  const choice = await choiceOf(roles);
  const contests = await contestsOf(roles, event, drawn);
  const [consent, child] = await askedGuardian(drawn);
  const reported = await reportedEvent(roles);
  const published = roles.events['published'];
  const shift = published?.shifts[0]?.id ?? '';
  await call('POST', `/api/shifts/${shift}/assignments`, { cookie: roles.roles['A.volunteer']?.headers.cookie ?? '', body: {} });
  const [duty] = await sql<{ id: string }>(`select id from rosters.assignment where shift_id = $1 and person_id = $2`, [shift, roles.roles['A.volunteer']?.personId]);
  const [booked] = await sql<{ id: string }>('select id from events.application where event_id = $1 order by id limit 1', [event.id]);
  const [opened] = await sql<{ id: string }>(`select id from approvals.approval_case where status = 'pending' order by id desc limit 1`);
  const [host] = await sql<{ id: string; slug: string }>(`select organisation.id, organisation.slug from associations.organisation join events.event on event.organisation_id = organisation.id where event.id = $1`, [event.id]);
  return [...(await entranceOf(roles)), ...contests, ...choice, ...(await pagesByLetter(roles)), ...open({ slug: event.slug, drawn: drawn.slug, weekly: weekly.slug, ticket, elsewhere: await askedElsewhere(ticket), consent, child, withShifts: published?.slug ?? '', shift, host: host?.slug ?? '' }), ...own(duty?.id ?? '', await yearOfDuty(event, roles.roles['A.volunteer']?.personId ?? '')), { route: '/app/events/$id/people/$applicationId', path: `/app/events/${event.id}/people/${booked?.id ?? ''}`, as: 'A.leader' }, ...papers(event.id), { route: '/board/:code', path: await boardOf(roles, event) }, { route: '/print/organisations/:id/handover', path: `/print/organisations/${host?.id ?? ''}/handover`, as: 'A.leader' }, { route: '/print/events/:id/guardian-consent', path: `/print/events/${drawn.id}/guardian-consent`, as: 'A.leader' }, { route: '/print/events/:id/report', path: `/print/events/${reported}/report`, as: 'A.leader' }, { route: '/app/events/$id/report', path: `/app/events/${reported}/report`, as: 'A.leader' }, ...app(roles, event.id, opened?.id ?? '', weekly.series)];
}

function open({ slug, drawn, weekly, ticket, elsewhere, consent, child, withShifts, shift, host }: Readonly<Record<'slug' | 'drawn' | 'weekly' | 'ticket' | 'elsewhere' | 'consent' | 'child' | 'withShifts' | 'shift' | 'host', string>>): PageSeen[] {
  const plain = ['/', '/events', '/areas', '/initiatives', '/volunteer', '/privacy', '/contact', '/elsewhere', '/opendata', '/help', '/accessibility', '/display', '/dev/gallery', '/lost-ticket', '/lost-ticket/sent', '/sign-in', '/register'];
  return [
    ...plain.map((path) => ({ route: path, path })),
    { route: '/events', path: '/events?q=ない行事をさがす' },
    { route: '/events', path: '/events?area=nishisenba&field=bunka&audience=anyone&gratis=yes' },
    { route: '/events', path: '/events?past=yes' },
    { route: '/events', path: '/events?view=month' },
    { route: '/volunteer', path: '/volunteer?area=nishisenba&kind=desk' },
    { route: '/areas/:area', path: '/areas/nishisenba' },
    { route: '/initiatives/:code', path: '/initiatives/nishi-expo' },
    { route: '/organisations/:slug', path: `/organisations/${host}` },
    { route: '/organisations/:slug/sheet', path: `/organisations/${host}/sheet` },
    { route: '/events/:slug', path: `/events/${slug}` },
    { route: '/events/:slug', path: `/events/${withShifts}` },
    { route: '/events/:slug', path: `/events/${weekly}` },
    { route: '/events/:slug/poster', path: `/events/${slug}/poster` },
    { route: '/events/:slug/application-form', path: `/events/${slug}/application-form` },
    { route: '/events/:slug/guardian-consent', path: `/events/${drawn}/guardian-consent` },
    { route: '/events/:slug/running-order', path: `/events/${slug}/running-order` },
    { route: '/events/:slug/apply', path: `/events/${slug}/apply` },
    { route: '/events/:slug/draw', path: `/events/${drawn}/draw` },
    { route: '/events/:slug/done', path: `/events/${slug}/done` },
    { route: '/events/:slug/shifts/:id', path: `/events/${withShifts}/shifts/${shift}` },
    { route: '/events/:slug/stalls', path: `/events/${slug}/stalls` },
    { route: '/s/:token', path: `/events/${slug}/stalls`, then: applyForStall },
    { route: '/begin', path: '/begin' },
    { route: '/b/:token', path: '/begin?programme=exercise', then: askToBegin },
    { route: '/join', path: '/join?area=nishisenba' },
    { route: '/n/:token', path: '/join?area=nishisenba', then: askToJoin },
    { route: '/g/:token', path: consent },
    { route: '/g/:token/refusal', path: `${consent}/refusal` },
    { route: '/t/:token', path: ticket },
    { route: '/t/:token', path: child },
    { route: '/t/:token/guardian', path: `${child}/guardian` },
    { route: '/t/:token/cancel', path: `${ticket}/cancel` },
    { route: '/t/:token/change', path: `${ticket}/change` },
    { route: '/m/:token', path: elsewhere },
    { route: 'not found', path: '/nothing-here' },
  ];
}

/** An event whose host chooses who comes, with somebody who waits for the answer. */
async function choiceOf(roles: Roles): Promise<PageSeen[]> {
  const event = await publishedEvent(roles, `えらぶ会 ${Date.now()}`, 3, { chosen: true });
  const email = `chosen-${Date.now()}@example.jp`;
  await call('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name: '南 まつ', kana: 'みなみ まつ', email, heads: 1 } });
  return [
    { route: '/events/:slug', path: `/events/${event.slug}` },
    { route: '/events/:slug/apply', path: `/events/${event.slug}/apply` },
    { route: '/t/:token', path: linkIn(await mailTo(email, '申込を受け付けました'), '/t/') },
    { route: '/app/events/$id/people', path: `/app/events/${event.id}/people`, as: 'A.leader' },
  ];
}

/** Contests: one that is got ready, one that is judged today, one whose results are out. */
async function contestsOf(roles: Roles, ahead: PublishedEvent, over: PublishedEvent): Promise<PageSeen[]> {
  const today = await publishedEvent(roles, `たこの会 ${Date.now()}`, 10);
  await call('POST', `/api/events/${today.id}/applications`, { body: { frameId: today.frameId, name: '凧 あげる', kana: 'たこ あげる', email: `kite-${Date.now()}@example.jp`, heads: 1 } });
  await contestOf(roles, ahead);
  const judge = await contestOf(roles, today);
  await contestOf(roles, over);
  const morning = `date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo' + interval '9 hours'`;
  await sql(`update events.event set starts_at = ${morning}, ends_at = ${morning} + interval '3 hours' where id = $1`, [today.id]);
  const results = { divisions: [{ name: 'こどもの部', entries: 2, places: [{ number: 2, rank: 1 }, { number: 1, rank: 2 }] }], prizes: [{ name: '区長賞', number: 1, division: 'こどもの部' }] };
  await sql(`update events.contest set state = 'confirmed', results = $2 where event_id = $1`, [over.id, JSON.stringify(results)]);
  return [
    { route: '/j/:token', path: judge },
    { route: '/j/:token', path: `${judge}?n=1` },
    { route: '/events/:slug', path: `/events/${over.slug}` },
    { route: '/print/events/:id/certificates', path: `/print/events/${over.id}/certificates`, as: 'A.leader' },
  ];
}

/** The entrance of an event of today, and what it says to somebody who came without an application. */
async function entranceOf(roles: Roles): Promise<PageSeen[]> {
  const path = await entranceToday(roles, `入口の会 ${Date.now()}`);
  const walkIn = async (page: Page): Promise<void> => {
    await page.locator('form[action$="/walk-ins"] button').click();
    await page.waitForURL(/\/received$/);
  };
  return [
    { route: '/v/:code', path },
    { route: '/v/:code/received', path, then: walkIn },
  ];
}

/** An event whose report waits for the ward office, with a place to take pictures of. */
async function reportedEvent(roles: Roles): Promise<string> {
  const cookie = roles.roles['A.leader']?.headers.cookie ?? '';
  const { id } = await publishedEvent(roles, `落書きの会 ${Date.now()}`, 10);
  await call('POST', `/api/events/${id}/picture-places`, { cookie, body: { place: '東トイレの壁' } });
  await sql(`update events.event set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour', state = 'awaiting-report' where id = $1`, [id]);
  await call('POST', `/api/events/${id}/report`, { cookie, body: { participants: 12, note: 'きれいになりました。' } });
  return id;
}

/** Where a judge of that event comes in. */
async function contestOf(roles: Roles, { id, frameId }: PublishedEvent): Promise<string> {
  const cookie = roles.roles['A.leader']?.headers.cookie ?? '';
  await call('PUT', `/api/events/${id}/contest`, { cookie, body: { divisions: [{ frameId, name: 'こどもの部', unit: 'person' }], criteria: ['高さ', '絵'], scale: 5, places: 3 } });
  const { body } = await call<{ judges: { url: string }[] }>('POST', `/api/events/${id}/contest/judges`, { cookie, body: { name: '青山 一郎', head: true } });
  return new URL(body.judges[0]?.url ?? '/', 'http://town').pathname;
}

/** Where a guardian is asked about a child who applied alone, and the child's ticket. */
async function askedGuardian({ id, frameId }: { id: string; frameId: string }): Promise<[string, string]> {
  await sql(`update events.frame set asks = '{"guardian": true}' where id = $1`, [frameId]);
  const email = `guardian-${Date.now()}@example.jp`;
  const { body } = await call<{ ticketUrl: string }>('POST', `/api/events/${id}/applications`, { body: { frameId, name: '南 ひばり', kana: 'みなみ ひばり', phone: '090-0000-1234', heads: 1, guardian: { by: 'child', email } } });
  return [linkIn(await mailTo(email, 'お子さんの参加に同意'), '/g/'), new URL(body.ticketUrl).pathname];
}

/** Where somebody is asked whether a new address is theirs. */
async function askedElsewhere(ticket: string): Promise<string> {
  const email = `elsewhere-${Date.now()}@example.jp`;
  await call('POST', `/api/tickets/${ticket.split('/t/')[1]}/amendment`, { body: { email } });
  return linkIn(await mailTo(email, 'この宛先でよいか'), '/m/');
}

function own(duty: string, year: string): PageSeen[] {
  return [
    { route: '/me/history/:year/certificate', path: `/me/history/${year}/certificate`, as: 'A.volunteer' },
    { route: '/me', path: '/me', as: 'A.volunteer' },
    { route: '/me/passkeys', path: '/me/passkeys', as: 'A.volunteer' },
    { route: '/me/history', path: '/me/history', as: 'A.volunteer' },
    { route: '/me/events', path: '/me/events', as: 'A.leader' },
    { route: '/me/duties/:id', path: `/me/duties/${duty}`, as: 'A.volunteer' },
    { route: '/me/duties/:id/cancel', path: `/me/duties/${duty}/cancel`, as: 'A.volunteer' },
  ];
}

function papers(id: string): PageSeen[] {
  return ['poster', 'circular', 'application-form', 'running-order', 'venue-code', 'duty-roster', 'sign-in-sheet', 'participant-list', 'completion-list', 'stall-list', 'plot-plan', 'bibs', 'bibs-a4', 'judging-sheet', 'call-sheet'].map((paper) => ({ route: `/print/events/:id/${paper}`, path: `/print/events/${id}/${paper}`, as: 'A.leader' }));
}

/** The steps of the event form. */
export const STEPS = ['what', 'when', 'where', 'who', 'places', 'rain', 'safety', 'duties', 'contact', 'check'];

function app(roles: Roles, id: string, caseId: string, series: string): PageSeen[] {
  const draft = roles.events['draft']?.id ?? '';
  const leader = (route: string, path: string): PageSeen => ({ route: `/app${route}`, path: `/app${path}`, as: 'A.leader' });
  const ofEvent = ['', '/programme', '/stalls', '/contest', '/again', '/approval', '/publication', '/co-hosts', '/people', '/people/new', '/shifts', '/messages', '/messages/new', '/handouts', '/papers', '/day', '/report', '/cancel'];
  return [
    { route: '/app', path: '/app', as: 'A.leader' },
    { route: '/app', path: '/app', as: 'A.center' },
    leader('/events', '/events'),
    leader('/events', '/events?view=month'),
    leader('/events/new', '/events/new'),
    leader('/events/import', '/events/import'),
    leader('/series/$id', `/series/${series}`),
    { route: '/app/school-days', path: '/app/school-days', as: 'A.staff' },
    ...ofEvent.map((rest) => leader(`/events/$id${rest}`, `/events/${id}${rest}`)),
    ...STEPS.map((step) => leader('/events/$id/edit/$step', `/events/${draft}/edit/${step}`)),
    leader('/co-hosting', '/co-hosting'),
    leader('/begin', '/begin'),
    leader('/joining', '/joining'),
    { route: '/app/begin', path: '/app/begin', as: 'A.staff' },
    leader('/org', '/org'),
    leader('/account', '/account'),
    { route: '/app/desk', path: '/app/desk', as: 'A.staff' },
    { route: '/app/desk/calendar', path: '/app/desk/calendar', as: 'A.staff' },
    { route: '/app/desk/councils', path: '/app/desk/councils', as: 'A.staff' },
    { route: '/app/desk/notices', path: '/app/desk/notices', as: 'A.staff' },
    { route: '/app/desk/initiatives', path: '/app/desk/initiatives', as: 'A.staff' },
    { route: '/app/desk/lists', path: '/app/desk/lists', as: 'A.staff' },
    { route: '/app/desk/procedures', path: '/app/desk/procedures', as: 'A.staff' },
    { route: '/app/privacy', path: '/app/privacy', as: 'A.privacy-officer' },
    { route: '/app/privacy/retention', path: '/app/privacy/retention', as: 'A.privacy-officer' },
    { route: '/app/approvals/$caseId', path: `/app/approvals/${caseId}`, as: 'A.approver' },
    { route: '/app/stats', path: '/app/stats', as: 'A.staff' },
    { route: '/app/admin/venues', path: '/app/admin/venues', as: 'A.staff' },
    { route: '/app/admin/people', path: '/app/admin/people', as: 'A.admin' },
  ];
}
