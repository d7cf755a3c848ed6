import { addDays, atJst, type DateOnly } from '@yoriai/platform';
import type { DutyWish } from '@yoriai/rosters';
import { readListing } from '../events/listing-query.js';
import { isDutyKind, wordsOf, type DutyKind } from './duty-kinds.js';

/** What the free duties are narrowed to; stands in the address, as that of a list of events does. */
export interface DutyQuery {
  from?: DateOnly;
  to?: DateOnly;
  area?: string;
  kind?: DutyKind;
  /** Absent on the first page. */
  page?: number;
}

/** Reads the address leniently: what makes no sense is left out. */
export function readDuties(asked: Readonly<Record<string, unknown>>): DutyQuery {
  const { from, to, area, page } = readListing(asked);
  const kind = typeof asked['kind'] === 'string' ? asked['kind'] : '';
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(area ? { area } : {}), ...(isDutyKind(kind) ? { kind } : {}), ...(page > 1 ? { page } : {}) };
}

const ORDER = ['from', 'to', 'area', 'kind', 'page'] as const satisfies readonly (keyof DutyQuery)[];

/** The one address of these conditions; without those named in `off`, and then on the first page. */
export function dutiesPath(query: DutyQuery, ...off: readonly (keyof DutyQuery)[]): string {
  const left = off.length === 0 ? ORDER : ORDER.filter((name) => name !== 'page' && !off.includes(name));
  const parts = left.flatMap((name): [string, string][] => (query[name] === undefined ? [] : [[name, String(query[name])]]));
  return parts.length === 0 ? '/volunteer' : `/volunteer?${new URLSearchParams(parts).toString()}`;
}

/** What an address of a duty says about the list where it was found. */
export const inDuties = (query: DutyQuery): string => `?${new URLSearchParams({ duties: dutiesPath(query).replace(/^\/volunteer\??/, '') }).toString()}`;

/** The list in which a duty was found, by what stands in its address; null for who came another way. */
export function dutiesIn(asked: Readonly<Record<string, unknown>>): DutyQuery | null {
  const { duties } = asked;
  return typeof duties === 'string' ? readDuties(Object.fromEntries(new URLSearchParams(duties))) : null;
}

/** Another page of the same list. */
export const onPage = ({ page: _page, ...conditions }: DutyQuery, page: number): DutyQuery => (page > 1 ? { ...conditions, page } : conditions);

/** Whether anything narrows the list. */
export const isNarrowed = ({ page: _page, ...conditions }: DutyQuery): boolean => Object.keys(conditions).length > 0;

/** The duties that are asked for: those of a day in Japan, of an area, of a kind. Null where the area is not one of ours. */
export function dutyWish({ from, to, area, kind }: DutyQuery, areas: readonly { id: string; slug: string }[]): DutyWish | null {
  const areaId = areas.find(({ slug }) => slug === area)?.id;
  if (area !== undefined && areaId === undefined) return null;
  return {
    ...(from ? { from: atJst(from, '00:00') } : {}),
    ...(to ? { to: atJst(addDays(to, 1), '00:00') } : {}),
    ...(areaId === undefined ? {} : { areaId }),
    ...(kind ? wordsOf(kind) : {}),
  };
}
