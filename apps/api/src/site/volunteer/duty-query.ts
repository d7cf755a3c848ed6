import { jstDate, type DateOnly } from '@yoriai/platform';
import { readListing } from '../events/listing-query.js';
import type { ListedShift } from './duty-reader.js';
import { dutyKinds, isDutyKind, type DutyKind } from './duty-kinds.js';

/** What the free duties are narrowed to; stands in the address, as that of a list of events does. */
export interface DutyQuery {
  from?: DateOnly;
  to?: DateOnly;
  area?: string;
  kind?: DutyKind;
}

/** Reads the address leniently: what makes no sense is left out. */
export function readDuties(asked: Readonly<Record<string, unknown>>): DutyQuery {
  const { from, to, area } = readListing(asked);
  const kind = typeof asked['kind'] === 'string' ? asked['kind'] : '';
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(area ? { area } : {}), ...(isDutyKind(kind) ? { kind } : {}) };
}

const ORDER = ['from', 'to', 'area', 'kind'] as const satisfies readonly (keyof DutyQuery)[];

/** The one address of these conditions; without those named in `off`. */
export function dutiesPath(query: DutyQuery, ...off: readonly (keyof DutyQuery)[]): string {
  const parts = ORDER.flatMap((name): [string, string][] => (query[name] === undefined || off.includes(name) ? [] : [[name, query[name]]]));
  return parts.length === 0 ? '/volunteer' : `/volunteer?${new URLSearchParams(parts).toString()}`;
}

/** The duties that are asked for: those of a day in Japan, of an area, of a kind. */
export function narrowed(shifts: readonly ListedShift[], { from, to, area, kind }: DutyQuery, areas: readonly { id: string; slug: string }[]): ListedShift[] {
  const areaId = areas.find(({ slug }) => slug === area)?.id ?? null;
  return shifts.filter((shift) => {
    const day = jstDate(new Date(shift.startsAt));
    return (!from || day >= from) && (!to || day <= to) && (!area || (areaId !== null && shift.areaId === areaId)) && (!kind || dutyKinds(shift.duty).includes(kind));
  });
}
