/** Texts of the desk's reports: to accept, and late. */
export const appReports = {
  'app.reports.to-accept': 'Reports to accept',
  'app.reports.to-accept.lead': 'Due five business days after the report came in. What is due soonest is on top.',
  'app.reports.to-accept.none': 'There are no reports to accept',
  'app.reports.to-accept.none.body': 'When a host reports on an event, it appears here.',
  'app.reports.late': 'Late reports',
  'app.reports.late.lead': 'Events that ended more than 14 days ago and were not reported on. Please ring up the host.',
  'app.reports.late.none': 'No reports are late',
  'app.reports.late.none.body': 'Events without a report 14 days after their end appear here.',
  'app.reports.late.home': 'Late reports on events: {{count}}',
  'app.reports.late.home.open': 'See whom to ring up',
  'app.reports.none-filtered': 'No reports match',
  'app.reports.reported': 'Reported: {{at}}',
  'app.reports.ended': 'Ended: {{date}}',
  'app.reports.due': 'Due {{date}}',
  'app.reports.late-days': 'Days late: {{count}}',
} as const;
