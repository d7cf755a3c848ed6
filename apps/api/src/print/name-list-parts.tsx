import type { ReactElement } from 'react';
import type { AgeOnTheDay, CalledOff } from '@yoriai/events';
import { addDays, jstDate } from '@yoriai/platform';
import { TickBox, ageWords, dateAndRange, dateTime, longDate, reasonIn, shortDate, type Moment, type Translate } from '@yoriai/ui';

/** Whose names are on a list. */
export interface ListedEvent {
  readonly title: string;
  readonly startsAt: Moment | null;
  readonly endsAt: Moment | null;
  readonly placeName: string;
  readonly calledOff: CalledOff | null;
}

/** Names on paper are destroyed a week after the event. */
const KEEP_DAYS = 7;

/** 靱公園バラ園コンサート　11月29日(日) 10時〜13時　靱公園 バラ園. */
export function eventLine(t: Translate, event: ListedEvent): string {
  const when = event.startsAt === null ? '' : dateAndRange(t, event.startsAt, event.endsAt);
  return [event.title, when, event.placeName].filter(Boolean).join('　');
}

/** What every list of an event that is off begins with: that, and why. */
export function offLines(t: Translate, { calledOff }: Pick<ListedEvent, 'calledOff'>): string[] {
  if (calledOff === null) return [];
  return [calledOff.because === null ? t('print.calls.off') : t('print.calls.off.because', { reason: reasonIn(t, calledOff.because) })];
}

/** Of a list with nobody on it: nobody has applied yet, or all were let go when the event was called off, and where they are still found. */
export function nobodyLine(t: Translate, { calledOff }: Pick<ListedEvent, 'calledOff'>): string {
  return t(calledOff === null ? 'print.people.none' : 'print.people.off');
}

/** What a list says whose names are gone; nothing on any other. */
export function removedLines(t: Translate, { namesRemovedAt }: { readonly namesRemovedAt: Date | null }): string[] {
  return namesRemovedAt === null ? [] : [t('print.sheet.removed', { day: longDate(t, namesRemovedAt) })];
}

/** 取扱注意, and by when the paper is destroyed. */
export function Care({ t, event, now }: { readonly t: Translate; readonly event: ListedEvent; readonly now: Date }): ReactElement {
  const until = addDays(jstDate(event.endsAt === null ? now : new Date(event.endsAt)), KEEP_DAYS);
  return (
    <>
      {t('print.sheet.secret')}　{t('print.sheet.secret.text', { date: shortDate(t, until) })}
    </>
  );
}

interface CompanionsProps {
  readonly t: Translate;
  readonly name: string;
  readonly companions: readonly { readonly name: string; readonly kana: string; readonly age?: AgeOnTheDay | null }[];
  readonly groupName: string | null;
  readonly withoutApplicant: boolean;
  /** With a box to tick for each. */
  readonly box?: boolean;
}

/** Below a name: the group it speaks for, that its owner waits no more with these, and who comes along. */
export function Companions({ t, name, groupName, companions, withoutApplicant, box }: CompanionsProps): ReactElement {
  return (
    <>
      {groupName === null ? null : <b className="quiet">{groupName}</b>}
      {withoutApplicant ? <span className="quiet">{t('print.sheet.without', { name })}</span> : null}
      {companions.map((each, index) => (
        <span key={index} className="quiet with">
          {box ? <TickBox /> : null}
          {each.name}（{each.kana}）
          {each.age ? ` ${ageOf(t, each.age)}` : ''}
        </span>
      ))}
    </>
  );
}

/** 小2, 67歳; 小2（いまの対象から外れています）. */
export function ageOf(t: Translate, age: AgeOnTheDay): string {
  const words = ageWords(t, age);
  return age.outside ? `${words}（${t('asks.outside')}）` : words;
}

/** What stands over the columns of every sheet: to take care of it, and where a lost one belongs. */
export function Running({ t, title, event, now }: { readonly t: Translate; readonly title: string; readonly event: ListedEvent; readonly now: Date }): ReactElement {
  return (
    <>
      <span className="care">
        <Care t={t} event={event} now={now} />
      </span>
      <span className="quiet">
        {title}　{event.title}　{t('print.sheet.printed', { when: dateTime(t, now) })}
      </span>
    </>
  );
}

/** Digits in the groups people read aloud: 090-1234-5678, 06-1234-5678. */
export function spacedPhone(phone: string): string {
  if (phone.length === 11) return `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
  return /^0[36]/.test(phone) ? `${phone.slice(0, 2)}-${phone.slice(2, 6)}-${phone.slice(6)}` : `${phone.slice(0, 3)}-${phone.slice(3, 6)}-${phone.slice(6)}`;
}
