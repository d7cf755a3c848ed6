import { dateAndRange, dateTime, shortDate, type Status, type TextKey, type TextParams } from '@yoriai/ui';
import { t } from '../../i18n.js';
import { jstOf } from '../../app/jst.js';
import type { TaskToDo } from './tasks.js';

/** Good morning, good day, good evening. */
export function greetingKey(now: Date): TextKey {
  const hour = Number(jstOf(now).time.slice(0, 2));
  if (hour >= 4 && hour < 11) return 'app.greeting.morning';
  return hour >= 11 && hour < 17 ? 'app.greeting.day' : 'app.greeting.evening';
}

/** Those that name how many; the event stands in the grey line. */
const COUNTED: readonly TaskToDo['kind'][] = ['find-hands', 'find-adults', 'ask-consents', 'call', 'answer-applicants', 'answer-stalls', 'withdraw'];

/** What to do, as a person would say it. */
export function titleOf(task: TaskToDo): string {
  const { kind, title, count = 0 } = task;
  return t(`app.task.${kind}`, COUNTED.includes(kind) ? { count } : { title });
}

/** The grey line: which event, when. */
export function lineOf(task: TaskToDo, now: Date): string {
  const { kind, at } = task;
  if (kind === 'decide') {
    const left = task.count ?? 0;
    const words = task.late ? t('app.desk.late') : left === 0 ? t('app.desk.due-today') : t('app.desk.days-left', { days: left });
    return `${task.organisation ?? ''}　${words}`;
  }
  if (kind === 'co-host') return `${task.organisation ?? ''}${at === null ? '' : `　${shortDate(t, at)}`}`;
  if (kind === 'confirm' || kind === 'check') return `${task.organisation ?? ''}　${at === null ? '' : t('app.condition.until', { date: shortDate(t, at) })}`;
  if (kind === 'condition' || kind === 'procedure') return at === null ? '' : t('app.condition.until', { date: shortDate(t, at) });
  if (kind === 'report' || kind === 'overdue-report') return task.endedAt ? t('app.task.ended', { date: shortDate(t, task.endedAt) }) : '';
  if (kind.endsWith('-start') || kind === 'answer-join') return at === null ? '' : shortDate(t, at);
  if (task.promised && at !== null) return `${task.title}　${t('app.condition.until', { date: shortDate(t, at) })}`;
  if (task.offeredUntil) return `${task.title}　${t('app.task.call.until', { until: dateTime(t, task.offeredUntil) })}`;
  if (COUNTED.includes(kind)) return at === null ? task.title : `${task.title}　${shortDate(t, at)}`;
  if (kind === 'decide-day' && at !== null) return t(task.late ? 'app.task.decide-day.late' : 'app.task.decide-day.by', { when: dateTime(t, at) });
  if (kind === 'receive') return at === null ? '' : dateAndRange(t, at);
  const asked = task.askedAt ? `　${t('app.task.look.asked', { date: shortDate(t, task.askedAt) })}` : '';
  return `${dayOf(at, now)}${asked}`;
}

function dayOf(at: string | null, now: Date): string {
  if (at === null) return t('app.task.no-date');
  return at < now.toISOString() ? t('app.task.past', { when: shortDate(t, at) }) : dateTime(t, at);
}

/** The status word beside it. */
export function statusOf(task: TaskToDo): { status: Status; params?: TextParams } {
  const date = task.at === null ? '' : shortDate(t, task.at);
  switch (task.kind) {
    case 'repair':
      return { status: 'returned' };
    case 'overdue-report':
      return { status: 'overdue', params: { date } };
    case 'report':
      return { status: 'due', params: { date } };
    case 'co-host':
      return { status: 'to-do' };
    case 'check':
    case 'decide':
    case 'confirm':
    case 'condition':
    case 'procedure':
      return task.late ? { status: 'overdue', params: { date } } : { status: 'due', params: { date } };
    case 'answer-applicants':
      return task.late ? { status: 'overdue', params: { date } } : task.promised ? { status: 'due', params: { date } } : { status: 'to-do' };
    case 'decide-day':
    case 'answer-stalls':
    case 'word':
    case 'withdraw':
      return { status: 'to-do' };
    case 'call-start':
      return { status: 'by-phone' };
    case 'answer-start':
    case 'answer-join':
    case 'begin-start':
      return { status: 'to-do' };
    case 'publish':
      return { status: 'approved' };
    case 'receive':
      return { status: 'today' };
    case 'call':
      return { status: 'by-phone' };
    case 'ask-consents':
      return { status: 'guardian-pending' };
    case 'find-hands':
    case 'find-adults':
      return { status: 'people-short', params: { count: task.count ?? 0 } };
    case 'close':
      return { status: 'reported' };
    case 'look':
    case 'write':
      return { status: 'draft' };
  }
}

/** What the one filled button says. */
export function buttonWord(task: TaskToDo): string {
  return t(`app.task.${task.kind}.button`);
}
