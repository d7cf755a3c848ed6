import type { Door } from '../../reception/testing/door.js';
import { VenueSheets } from '../venue-sheets.service.js';

const LETTERS = 'abcdefghjk';
let made = 0;

/** Something of six characters that nobody has. */
const six = (): string => String(100_000 + (made += 1)).replaceAll(/\d/g, (digit) => LETTERS[Number(digit)]!);

/** An event of today with a short code as the product makes them, and the code of the sheet at its entrance. */
export async function entrance(door: Door, given: Parameters<Door['anEvent']>[0] = {}) {
  const event = await door.anEvent(given);
  await door.app.database.asOwner('update events.event set short_code = $2 where id = $1', [event.id, six()]);
  const { code } = await door.app.get(VenueSheets).of(event.leader, event.id);
  return { ...event, code };
}

/** Gives an application a number as the product makes them. */
export async function numbered(door: Door, applicationId: string): Promise<string> {
  const letters = six().toUpperCase();
  const number = `${letters.slice(0, 3)}-${letters.slice(3)}`;
  await door.app.database.asOwner('update events.application set number = $2 where id = $1', [applicationId, number]);
  return number;
}
