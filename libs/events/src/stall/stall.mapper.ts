import { normaliseEmail, normalisePhone } from '@yoriai/identity';
import type { StallCallEntity, StallEntity, StallPlotEntity } from './stall.entity.js';
import type { StallCallAsWritten, StallLine, StallRequest } from './stall.dto.js';
import { APPLIANCES, extinguishersOf, type Appliances } from './stall.rules.js';

/** What is kept of what somebody wrote about their stall. */
export function contentOf(request: StallRequest): Pick<StallEntity, 'kind' | 'name' | 'sells' | 'contactName' | 'foodBy' | 'appliances' | 'extinguishers' | 'watts' | 'tents' | 'tables' | 'chairs'> {
  const { kind, name, sells, contactName, foodBy = null, watts = 0, tents = 0, tables = 0, chairs = 0 } = request;
  const appliances: Appliances = Object.fromEntries(APPLIANCES.flatMap((each) => (request[each] ? [[each, request[each]]] : [])));
  return { kind, name, sells, contactName, foodBy, appliances, extinguishers: extinguishersOf(appliances), watts, tents, tables, chairs };
}

/** The contact of a stall, normalised. */
export function contactOf({ phone, email }: StallRequest): Pick<StallEntity, 'contactPhone' | 'contactEmail'> {
  const [number, address] = [normalisePhone(phone), normaliseEmail(email)];
  return { contactPhone: number.ok ? number.value : null, contactEmail: address.ok ? address.value : email };
}

/** A stall with who stands behind it. */
export function toStallLine(stall: StallEntity): StallLine {
  const { id, kind, name, sells, contactName, contactPhone: phone, contactEmail: email, foodBy, appliances, extinguishers, watts, tents, tables, chairs, state, plot, reply } = stall;
  return { id, kind, name, sells, contactName, phone, email, foodBy, appliances, extinguishers, watts, tents, tables, chairs, state, plot, reply, createdAt: stall.createdAt.toISOString() };
}

/** The call as it is written. */
export function toCall({ kinds, places, opensOn, closesOn, closesBefore, note }: StallCallEntity, plots: readonly StallPlotEntity[]): StallCallAsWritten {
  return { kinds, places, opensOn, closesOn, closesBefore, note, plots: plots.map(({ code, venue }) => ({ code, venue })) };
}
