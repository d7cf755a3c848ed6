import type { ReactElement } from 'react';
import { hoursOf, isDropped, type DroppedItem, type ProgrammeItem } from '@yoriai/events';
import { hostLang, shortDate, timeRange, timeOfDay, type Translate } from '@yoriai/ui';
import { isHoliday } from './holidays.js';
import type { ShownEvent } from './shown-event.js';

interface RunningOrderProps {
  readonly t: Translate;
  readonly event: Pick<ShownEvent, 'programme' | 'startsAt'>;
  /** What of it is off. */
  readonly dropped: readonly DroppedItem[];
}

/** プログラム: day by day and by the hour, what lasts all day behind it. */
export function RunningOrder({ t, event: { programme, startsAt }, dropped }: RunningOrderProps): ReactElement | null {
  if (programme.length === 0) return null;
  const days = [...new Set(programme.map(({ day }) => day))];
  return (
    <section className="sec2" aria-labelledby="programme">
      <h2 id="programme">{t('site.event.programme')}</h2>
      {days.map((day) => (
        <div key={day}>
          {days.length === 1 && day === 0 ? null : <h3 className="mt4 mb2 num">{dayOf(t, day, startsAt)}</h3>}
          <ol className="pg wide">
            {programme
              .filter((item) => item.day === day)
              .map((item, index) => (
                <Item key={index} t={t} item={item} startsAt={startsAt} isOff={isDropped(item, dropped)} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayOf(t: Translate, day: number, startsAt: string): string {
  const at = new Date(Date.parse(startsAt) + day * DAY_MS).toISOString();
  return shortDate(t, at, { holiday: isHoliday(at) });
}

/** When, in words; what lasts all day says so. */
export function whenOf(t: Translate, item: ProgrammeItem, startsAt: string): string {
  const hours = hoursOf(item, startsAt);
  if (hours === null) return t('programme.all-day');
  return hours.endsAt === null ? timeOfDay(t, hours.startsAt) : timeRange(t, hours.startsAt, hours.endsAt);
}

interface ItemProps {
  readonly t: Translate;
  readonly item: ProgrammeItem;
  readonly startsAt: string;
  readonly isOff: boolean;
}

function Item({ t, item, startsAt, isOff }: ItemProps): ReactElement {
  const lang = hostLang(t);
  const title = <b lang={lang}>{item.title}</b>;
  return (
    <li>
      <b className="num">{whenOf(t, item, startsAt)}</b>
      <div>
        {isOff ? (
          <>
            <s>{title}</s>　<b>{t('weather.reduce.off')}</b>
          </>
        ) : (
          title
        )}
        <p className="sub">
          {item.kind === 'stage' || item.kind === 'other' ? null : <>{t(`programme.kind.${item.kind}`)}　</>}
          {item.place === null ? null : <span lang={lang}>{item.place}　</span>}
          {item.performer === null ? null : <span lang={lang}>{item.performer}</span>}
        </p>
        {item.note === null ? null : <p lang={lang}>{item.note}</p>}
      </div>
    </li>
  );
}
