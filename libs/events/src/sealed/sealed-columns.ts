import type { SealedAt } from '@yoriai/platform';

/** Every column of this context that is sealed at rest (privacy level 4: support needs, consents, who was hurt); purpose and end of each stand in the README. */
export const SEALED_COLUMNS = [
  { table: 'events.application', id: 'id', column: 'answers' },
  { table: 'events.guardian_consent', id: 'application_id', column: 'said' },
  { table: 'events.guardian_consent', id: 'application_id', column: 'guardian_name' },
  { table: 'events.guardian_consent', id: 'application_id', column: 'relation' },
  { table: 'events.event_report', id: 'id', column: 'incident' },
] as const;

/** What an application answers: needs, and to the host's own questions. */
export const answersAt = (row: string): SealedAt => ({ column: 'events.application.answers', row });

/** What a guardian read, or who they are. `row` is the application. */
export const consentAt = (column: 'said' | 'guardian_name' | 'relation', row: string): SealedAt => ({ column: `events.guardian_consent.${column}`, row });

/** Who was hurt. `row` is the report. */
export const incidentAt = (row: string): SealedAt => ({ column: 'events.event_report.incident', row });
