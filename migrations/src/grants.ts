import type { QueryRunner } from 'typeorm';

/** The role that serves requests: rows only, no DDL. */
export const APP_ROLE = 'yoriai_app';
/** The role that BullMQ uses, and nothing else. */
export const QUEUE_ROLE = 'yoriai_queue';

/**
 * Lets the serving role use a context's schema: everything on its tables, but no change and no
 * deletion of rows in the tables named `appendOnly`, so that history is a grant and not a habit.
 */
export async function grantContext(runner: QueryRunner, schema: string, options: { appendOnly?: string[] } = {}): Promise<void> {
  await runner.query(`grant usage on schema ${schema} to ${APP_ROLE}`);
  await runner.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`);
  await runner.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`);
  for (const table of options.appendOnly ?? []) {
    await runner.query(`revoke update, delete, truncate on ${schema}.${table} from ${APP_ROLE}`);
  }
}
