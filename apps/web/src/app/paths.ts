/** Where the App lives. */
export const BASE = '/app';

type Search = Readonly<Record<string, string | number | undefined>>;

function withSearch(path: string, search: Search = {}): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`;
}

const ofEvent = (id: string, rest = ''): string => withSearch(`/events/${id}${rest}`);

/** The address of every screen. */
export const paths = {
  home: BASE,
  events: (search?: Search) => withSearch('/events', search),
  newEvent: (search?: Search) => withSearch('/events/new', search),
  importEvents: withSearch('/events/import'),
  event: (id: string) => ofEvent(id),
  edit: (id: string, step: string) => ofEvent(id, `/edit/${step}`),
  /** A page of the form that leads back to the page with all answers. */
  editFromCheck: (id: string, step: string) => withSearch(`/events/${id}/edit/${step}`, { from: 'check' }),
  /** A page of the form to go on with, which says what is missing on it. */
  resume: (id: string, step: string) => withSearch(`/events/${id}/edit/${step}`, { from: 'hub' }),
  approvalOf: (id: string) => ofEvent(id, '/approval'),
  programme: (id: string) => ofEvent(id, '/programme'),
  stalls: (id: string) => ofEvent(id, '/stalls'),
  contest: (id: string) => ofEvent(id, '/contest'),
  again: (id: string) => ofEvent(id, '/again'),
  publication: (id: string) => ofEvent(id, '/publication'),
  coHosts: (id: string) => ofEvent(id, '/co-hosts'),
  coHosting: withSearch('/co-hosting'),
  people: (id: string, search?: Search) => withSearch(`/events/${id}/people`, search),
  proxy: (id: string) => ofEvent(id, '/people/new'),
  amend: (id: string, applicationId: string) => ofEvent(id, `/people/${applicationId}`),
  shifts: (id: string) => ofEvent(id, '/shifts'),
  messages: (id: string) => ofEvent(id, '/messages'),
  handouts: (id: string) => ofEvent(id, '/handouts'),
  papers: (id: string) => ofEvent(id, '/papers'),
  day: (id: string) => ofEvent(id, '/day'),
  report: (id: string) => ofEvent(id, '/report'),
  cancel: (id: string) => ofEvent(id, '/cancel'),
  series: (id: string) => withSearch(`/series/${id}`),
  schoolDays: withSearch('/school-days'),
  desk: (search?: Search) => withSearch('/desk', search),
  wardCalendar: (search?: Search) => withSearch('/desk/calendar', search),
  procedures: withSearch('/desk/procedures'),
  councils: withSearch('/desk/councils'),
  initiatives: (search?: Search) => withSearch('/desk/initiatives', search),
  notices: (search?: Search) => withSearch('/desk/notices', search),
  lists: withSearch('/desk/lists'),
  approval: (caseId: string) => withSearch(`/approvals/${caseId}`),
  stats: (search?: Search) => withSearch('/stats', search),
  org: (search?: Search) => withSearch('/org', search),
  venues: (search?: Search) => withSearch('/admin/venues', search),
  retention: withSearch('/privacy/retention'),
  exports: (search?: Search) => withSearch('/privacy', search),
  wardPeople: withSearch('/admin/people'),
  starts: withSearch('/begin'),
  joining: withSearch('/joining'),
  account: withSearch('/account'),
} as const;

/** The entrance, which leads back to where the person was. */
export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
