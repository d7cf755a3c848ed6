import type { ja } from '../ja/index.js';

/**
 * What a text says when its `{{count}}` is exactly one; elsewhere the text in its own file speaks.
 * Japanese does not count this way, so only English has such a list.
 */
export const one = {
  'app.case.business-days': '{{count}} working day',
  'app.case.changed': '{{count}} change since last decision',
  'app.case.changed-approved': '{{count}} change since approval',
  'app.check.missing': '{{count}} more thing to fill in before you send it',
  'app.day.tick-heads': 'Check in {{count}} person',
  'app.duty.people': '{{count}} person',
  'app.venues.people': '{{count}} person',
  'app.venues.holds': '{{name}} ({{count}} person)',
  'app.hub.content.missing': '{{count}} more thing to fill in',
  'app.hub.shifts.planned': '{{count}} helper planned',
  'app.next.call': 'Next: phone {{count}} person',
  'app.next.find-hands.body': '{{count}} more helper is needed.',
  'app.next.write.body': '{{count}} more thing and you can send it. What you wrote is saved.',
  'open-data.found': '{{count}} row read ({{encoding}})',
  'open-data.take': 'Make {{count}} draft',
  'open-data.taken': '{{count}} draft made',
  'notifications.call.kept-until': '{{count}} place is kept until {{until}}.',
  'app.people.confirmed': 'Coming: {{count}} application ({{heads}} in all)',
  'app.task.call': 'Phone {{count}} person',
  'app.task.find-hands': '{{count}} more helper is needed',
  'app.told.asked': 'If you approve, we tell {{count}} person about the change',
  'app.told.done': 'We are telling {{count}} person about the change',
  'app.unit.heads': '{{count}} person',
  'print.calls.total': '{{count}} person still to phone',
  'site.apply.heads.count': '{{count}} person',
  'site.apply.waitlist.length': '{{count}} group is waiting. When a place opens up, we tell people in order.',
  'site.done.help.text': 'We still need {{count}} more helper.',
  'site.draw.table': '{{count}} group',
  'site.left.lottery': 'By lot: {{count}} place',
  'site.event.lottery.entered': '{{count}} person has applied so far.',
  'site.event.full.title': 'Full. {{count}} group is waiting',
  'site.event.help.text': '{{count}} more person and we can open with confidence.',
  'site.home.all': 'See {{count}} event',
  'series.people': '{{count}} person signed up',
  'site.left.count': '{{count}} place left',
  'site.left.waiting': '{{count}} group waiting',
  'site.ticket.cancel.all': 'This cancels for everybody on it: {{count}} person.',
  'site.ticket.heads.value': '{{count}} person',
  'ui.form.errors': '{{count}} thing to fix',
  'ui.offline.kept':
    '{{count}} unfinished entry is safe on this device. The event page you have open is saved by itself when the signal is back.',
  'ui.offline.waiting':
    '{{count}} entry, such as a check-in, is sent when the signal is back. Please keep this screen open until then.',
  'ui.seats.left': '{{count}} place left',
  'ui.status.help-count': '{{count}} helper wanted',
} as const satisfies Partial<Record<keyof typeof ja, string>>;
