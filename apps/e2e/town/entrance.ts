import { publishedEvent, type PublishedEvent } from './events.js';
import type { Roles } from './roles.js';
import { sql } from './sql.js';

/** Where the code on the sheet of an event leads, as its leader's paper tells. */
export async function entranceOf(roles: Roles, { id }: PublishedEvent): Promise<string> {
  const answer = await fetch(`${process.env.E2E_BASE_URL ?? ''}/print/events/${id}/venue-code`, { headers: { cookie: roles.roles['A.leader']?.headers.cookie ?? '' } });
  const path = /\/v\/[a-z0-9]{6}-[a-z0-9]{6}/.exec(await answer.text())?.[0];
  if (path === undefined) throw new Error(`The sheet of ${id} answers ${answer.status} without an address.`);
  return path;
}

/** Lets an event take place today, from now on. */
export async function heldToday({ id }: PublishedEvent): Promise<void> {
  await sql(`update events.event set starts_at = now(), ends_at = now() + interval '1 hour' where id = $1`, [id]);
}

/** The entrance of an event that takes place today. */
export async function entranceToday(roles: Roles, title: string): Promise<string> {
  const event = await publishedEvent(roles, title, 10);
  await heldToday(event);
  return entranceOf(roles, event);
}

/** The board of an event, as its leader opens it. */
export async function boardOf(roles: Roles, { id }: PublishedEvent): Promise<string> {
  const answer = await fetch(`${process.env.E2E_BASE_URL ?? ''}/print/events/${id}/board`, { headers: { cookie: roles.roles['A.leader']?.headers.cookie ?? '' }, redirect: 'manual' });
  const path = answer.headers.get('location')?.split('?')[0];
  if (path === undefined) throw new Error(`The board of ${id} answers ${answer.status} without an address.`);
  return path;
}
