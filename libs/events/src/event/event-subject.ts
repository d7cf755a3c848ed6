/** What approvals call an event. */
export const EVENT_SUBJECT = 'event';
