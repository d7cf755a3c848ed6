import type { MeAnswer } from '@yoriai/api-client';
import type { AppBarItem } from '@yoriai/ui';
import { t } from '../i18n.js';
import { BASE, paths } from './paths.js';

/** As many entries stand at the foot of a phone; the last one of more is reached from the desk there. */
export const AT_THE_FOOT = 5;

/** The menu of somebody's offices, at most six entries. `waiting` is what lies on the desk, `calls` for how many events somebody has to be telephoned, `figures` whether there are any for them. */
export function menuFor(me: Pick<MeAnswer, 'levels'>, pathname: string, { waiting = 0, calls = 0, figures = true }: { readonly waiting?: number; readonly calls?: number; readonly figures?: boolean } = {}): AppBarItem[] {
  const staff = me.levels.includes('staff');
  const ward = staff || me.levels.includes('admin');
  const items: readonly Omit<AppBarItem, 'current'>[] = [
    { href: paths.home, label: t('app.menu.home'), icon: 'home', ...countOf(calls) },
    ...(staff ? [{ href: paths.desk(), label: t('app.menu.desk'), icon: 'tick-circle', ...countOf(waiting) } as const] : []),
    ...(staff ? [{ href: paths.wardCalendar(), label: t('app.menu.calendar'), icon: 'calendar' } as const] : []),
    // Who is of the staff too gets there from the desk.
    ...(!staff && me.levels.includes('privacy-officer') ? [{ href: paths.exports(), label: t('app.menu.privacy'), icon: 'lock' } as const] : []),
    { href: paths.events(), label: t('app.menu.events'), icon: staff ? 'sheet' : 'calendar' },
    ...(figures ? [{ href: paths.stats(), label: t('app.menu.stats'), icon: 'chart' } as const] : []),
    ward ? { href: paths.wardPeople, label: t('app.menu.people'), icon: 'people' } : { href: paths.org(), label: t('app.menu.org'), icon: 'people' },
  ];
  return items.map((item) => ({ ...item, current: isCurrent(item.href, pathname) }));
}

/** Whoever runs events reads how many came to them, and the ward office of all; nobody else is led to a page of which they see nothing. */
export function seesFigures({ levels, terms }: Pick<MeAnswer, 'levels' | 'terms'>): boolean {
  return levels.includes('staff') || terms.some(({ role }) => role === 'leader' || role === 'council-officer');
}

/** Nothing is not counted. */
const countOf = (count: number): { count?: number } => (count > 0 ? { count } : {});

/** Whether a menu entry leads to where we are. */
export function isCurrent(href: string, pathname: string): boolean {
  const inside = pathname === BASE || pathname.startsWith(`${BASE}/`);
  const here = (inside ? pathname : `${BASE}${pathname}`).replace(/\/$/, '');
  if (href === paths.home) return here === paths.home;
  if (href === paths.desk()) return (here.startsWith('/app/desk') && !here.startsWith(paths.wardCalendar())) || here.startsWith('/app/approvals') || here === paths.starts;
  return here === href || here.startsWith(`${href}/`);
}
