import type { ReactElement, ReactNode } from 'react';
import { dateTime } from '../dates/dates.js';
import { PhoneLink } from '../page/phone-link.js';
import { Icon } from '../picture/icon.js';
import type { TextKey, Translate } from '../texts/translate.js';
import { alarmLine, alarmName, alarmNames, type AlarmAlert } from './alarm-words.js';

/** Where to look, by the source. */
const LOOK: Readonly<Record<string, readonly [href: string, label: TextKey, source: TextKey]>> = {
  jma: ['https://www.jma.go.jp/bosai/warning/', 'alert.look.jma', 'alert.source.jma'],
  flood: ['https://www.jma.go.jp/bosai/flood/', 'alert.look.flood', 'alert.source.flood'],
  tsunami: ['https://www.jma.go.jp/bosai/map.html#contents=tsunami', 'alert.look.tsunami', 'alert.source.tsunami'],
  heat: ['https://www.wbgt.env.go.jp/', 'alert.look.heat', 'alert.source.heat'],
};

export interface AlarmProps {
  readonly t: Translate;
  readonly alerts: readonly AlarmAlert[];
  readonly ward: string;
  readonly phone: string;
  /** What to do, in place of what whoever comes to an event is told. */
  readonly todo?: string;
  /** Where that is done: items of a list. */
  readonly children?: ReactNode;
}

/**
 * What stands of the gravest kind, above every page: what, and what to do, in a few lines, so that the page is seen below it; since when,
 * where, who says so and where to look are behind one press. Read aloud at once while it stands; politely where nobody knows whether it
 * still does. No heading: the outline belongs to the page. Not on paper.
 */
export function Alarm({ t, alerts, ward, phone, todo, children }: AlarmProps): ReactElement | null {
  if (alerts.length === 0) return null;
  const standing = alerts.filter(({ lastReadAt }) => lastReadAt === undefined);
  const [oldestRead] = alerts.flatMap(({ lastReadAt }) => lastReadAt ?? []).sort();
  const what = alarmNames(t, standing.length > 0 ? standing : alerts);
  const lineOf = (alert: AlarmAlert): string => {
    const said = LOOK[alert.source]?.[2];
    return alarmLine(t, alert, { ward, source: said === undefined ? alert.source : t(said) });
  };
  return (
    <aside className="alarm" aria-label={t('alert.label')}>
      <div className="wrap" role={standing.length > 0 ? 'alert' : 'status'}>
        <Icon name="warning" />
        <div>
          <p className="alarm-t">{t(standing.length > 0 ? 'alert.stands' : 'alert.stood', { what })}</p>
          <p className="alarm-do">{todo ?? t('alert.do')}</p>
          {oldestRead === undefined ? null : <p>{t('alert.unread', { when: dateTime(t, new Date(oldestRead)) })}</p>}
          {children === undefined ? null : <ul>{children}</ul>}
          <details>
            <summary>{t('alert.more')}</summary>
            {alerts.map((alert) => (
              <p key={`${alert.source} ${alert.title}`}>{alerts.length === 1 ? lineOf(alert) : t('alert.line.of', { what: alarmName(t, alert), line: lineOf(alert) })}</p>
            ))}
            <ul>
              <li>
                {t('alert.call')} <PhoneLink number={phone} small />
              </li>
              {[...new Set(alerts.map(({ source }) => source))].map((source) => LOOK[source]).map((look) =>
                look === undefined ? null : (
                  <li key={look[0]}>
                    <a href={look[0]} rel="noopener noreferrer">
                      {t(look[1])}
                    </a>
                  </li>
                ),
              )}
            </ul>
          </details>
          <p>
            <a href="#main">{t('alert.to-page')}</a>
          </p>
        </div>
      </div>
    </aside>
  );
}
