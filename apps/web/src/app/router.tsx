import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { deskSearch } from '../features/approvals/search.js';
import { orgSearch } from '../features/associations/search.js';
import { calendarSearch } from '../features/calendar/search.js';
import { Home } from '../features/events/home.js';
import { peopleSearch } from '../features/weather/still-answers.js';
import { eventSearch, newEventSearch, wizardSearch } from '../features/events/search.js';
import { exportSearch } from '../features/lists/search.js';
import { initiativeSearch } from '../features/initiatives/search.js';
import { noticeSearch } from '../features/notices/search.js';
import { statsSearch } from '../features/reporting/search.js';
import { venueSearch } from '../features/venues/search.js';
import { moreWords } from '../i18n.js';
import { BASE } from './paths.js';
import { Crash, NotFound } from './not-found.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** A screen that comes when somebody goes there, together with its words. */
const screen = <Screens extends Record<string, unknown>, Name extends keyof Screens & string>(load: () => Promise<Screens>, name: Name) =>
  lazyRouteComponent(async () => (await Promise.all([load(), moreWords()]))[0], name);

const routes = [
  // Where almost everybody comes in: with the first scripts.
  createRoute({ ...at('/'), component: Home }),
  createRoute({
    ...at('/events'),
    validateSearch: eventSearch,
    component: screen(() => import('../features/events/event-list.js'), 'EventListScreen'),
  }),
  createRoute({ ...at('/events/new'), validateSearch: newEventSearch, component: screen(() => import('../features/events/new-event.js'), 'NewEventScreen') }),
  createRoute({ ...at('/events/import'), component: screen(() => import('../features/open-data/import-screen.js'), 'ImportScreen') }),
  createRoute({ ...at('/events/$id'), component: screen(() => import('../features/events/hub-screen.js'), 'HubScreen') }),
  createRoute({
    ...at('/events/$id/edit/$step'),
    validateSearch: wizardSearch,
    component: screen(() => import('../features/events/wizard.js'), 'WizardScreen'),
  }),
  createRoute({ ...at('/events/$id/programme'), component: screen(() => import('../features/programme/programme-screen.js'), 'ProgrammeScreen') }),
  createRoute({ ...at('/events/$id/stalls'), component: screen(() => import('../features/stalls/stalls-screen.js'), 'StallsScreen') }),
  createRoute({ ...at('/events/$id/contest'), component: screen(() => import('../features/contest/contest-screen.js'), 'ContestScreen') }),
  createRoute({ ...at('/events/$id/again'), component: screen(() => import('../features/events/again-screen.js'), 'AgainScreen') }),
  createRoute({ ...at('/events/$id/approval'), component: screen(() => import('../features/events/approval-screen.js'), 'EventApprovalScreen') }),
  createRoute({
    ...at('/events/$id/publication'),
    component: screen(() => import('../features/events/publication-screen.js'), 'PublicationScreen'),
  }),
  createRoute({ ...at('/events/$id/co-hosts'), component: screen(() => import('../features/co-hosts/co-hosts-screen.js'), 'CoHostsScreen') }),
  createRoute({ ...at('/co-hosting'), component: screen(() => import('../features/co-hosts/co-hosting-screen.js'), 'CoHostingScreen') }),
  createRoute({ ...at('/events/$id/people'), validateSearch: peopleSearch, component: screen(() => import('../features/events/people-screen.js'), 'PeopleScreen') }),
  createRoute({ ...at('/events/$id/people/$applicationId'), component: screen(() => import('../features/events/amend-screen.js'), 'AmendScreen') }),
  createRoute({ ...at('/events/$id/people/new'), component: screen(() => import('../features/events/proxy-screen.js'), 'ProxyScreen') }),
  createRoute({ ...at('/events/$id/shifts'), component: screen(() => import('../features/rosters/shifts-screen.js'), 'ShiftsScreen') }),
  createRoute({ ...at('/events/$id/messages'), component: screen(() => import('../features/notifications/messages-screen.js'), 'MessagesScreen') }),
  createRoute({ ...at('/events/$id/messages/new'), component: screen(() => import('../features/notifications/messages-screen.js'), 'NewMessageScreen') }),
  createRoute({ ...at('/events/$id/handouts'), component: screen(() => import('../features/handouts/handouts-screen.js'), 'HandoutsScreen') }),
  createRoute({ ...at('/events/$id/papers'), component: screen(() => import('../features/events/papers-screen.js'), 'PapersScreen') }),
  createRoute({ ...at('/events/$id/day'), component: screen(() => import('../features/attendance/day-screen.js'), 'DayScreen') }),
  createRoute({ ...at('/events/$id/report'), component: screen(() => import('../features/events/report-screen.js'), 'ReportScreen') }),
  createRoute({ ...at('/events/$id/cancel'), component: screen(() => import('../features/weather/decide-screen.js'), 'DecideScreen') }),
  createRoute({ ...at('/series/$id'), component: screen(() => import('../features/series/series-screen.js'), 'SeriesScreen') }),
  createRoute({ ...at('/school-days'), component: screen(() => import('../features/series/school-days-screen.js'), 'SchoolDaysScreen') }),
  createRoute({
    ...at('/desk'),
    validateSearch: deskSearch,
    component: screen(() => import('../features/approvals/desk-screen.js'), 'DeskScreen'),
  }),
  createRoute({ ...at('/desk/calendar'), validateSearch: calendarSearch, component: screen(() => import('../features/calendar/calendar-screen.js'), 'CalendarScreen') }),
  createRoute({ ...at('/desk/procedures'), component: screen(() => import('../features/approvals/catalogue-screen.js'), 'CatalogueScreen') }),
  createRoute({ ...at('/desk/councils'), component: screen(() => import('../features/approvals/councils-screen.js'), 'CouncilsScreen') }),
  createRoute({ ...at('/desk/initiatives'), validateSearch: initiativeSearch, component: screen(() => import('../features/initiatives/initiatives-screen.js'), 'InitiativesScreen') }),
  createRoute({ ...at('/desk/notices'), validateSearch: noticeSearch, component: screen(() => import('../features/notices/notices-screen.js'), 'NoticesScreen') }),
  createRoute({ ...at('/desk/lists'), component: screen(() => import('../features/lists/lists-screen.js'), 'ListsScreen') }),
  createRoute({ ...at('/privacy/retention'), component: screen(() => import('../features/retention/retention-screen.js'), 'RetentionScreen') }),
  createRoute({ ...at('/privacy'), validateSearch: exportSearch, component: screen(() => import('../features/lists/exports-screen.js'), 'ExportsScreen') }),
  createRoute({ ...at('/approvals/$caseId'), component: screen(() => import('../features/approvals/case-screen.js'), 'CaseScreen') }),
  createRoute({
    ...at('/stats'),
    validateSearch: statsSearch,
    component: screen(() => import('../features/reporting/stats-screen.js'), 'StatsScreen'),
  }),
  createRoute({ ...at('/org'), validateSearch: orgSearch, component: screen(() => import('../features/associations/org-screen.js'), 'OrgScreen') }),
  createRoute({ ...at('/admin/people'), component: screen(() => import('../features/associations/ward-people-screen.js'), 'WardPeopleScreen') }),
  createRoute({ ...at('/admin/venues'), validateSearch: venueSearch, component: screen(() => import('../features/venues/venues-screen.js'), 'VenuesScreen') }),
  createRoute({ ...at('/begin'), component: screen(() => import('../features/starts/starts-screen.js'), 'StartsScreen') }),
  createRoute({ ...at('/joining'), component: screen(() => import('../features/membership/joining-screen.js'), 'JoiningScreen') }),
  createRoute({ ...at('/account'), component: screen(() => import('../features/identity/account-screen.js'), 'AccountScreen') }),
] as const;

/** Every screen and its address. */
export const router = createRouter({ routeTree: root.addChildren(routes), basepath: BASE, defaultPreload: false, scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
