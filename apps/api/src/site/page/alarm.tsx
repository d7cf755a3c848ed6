import type { ReactElement } from 'react';
import type { GravestAlert } from '@yoriai/events';
import { dateTime, Icon, PhoneLink, type TextKey, type Translate } from '@yoriai/ui';

/** Where to look, by the source. */
const LOOK: Readonly<Record<string, readonly [href: string, label: TextKey, source: TextKey]>> = {
  jma: ['https://www.jma.go.jp/bosai/warning/', 'site.alert.look.jma', 'site.alert.source.jma'],
  tsunami: ['https://www.jma.go.jp/bosai/map.html#contents=tsunami', 'site.alert.look.tsunami', 'site.alert.source.tsunami'],
  heat: ['https://www.wbgt.env.go.jp/', 'site.alert.look.heat', 'site.alert.source.heat'],
};

const nameOf = (t: Translate, { kind, level, wbgt }: GravestAlert): string =>
  kind === 'heat' ? t('site.alert.name.heat', { wbgt: wbgt ?? 35 }) : t(kind === 'tsunami' && level === 5 ? 'site.alert.name.tsunami-major' : `site.alert.name.${kind}`);

interface AlarmProps {
  readonly t: Translate;
  readonly alerts: readonly GravestAlert[];
  readonly ward: string;
  readonly phone: string;
}

/**
 * What stands of the gravest kind, above every page: what and where, since when and who says so, what to do, where to look. Read aloud at
 * once while it stands; politely where nobody knows whether it still does. No heading: the outline belongs to the page. Not on paper.
 */
export function Alarm({ t, alerts, ward, phone }: AlarmProps): ReactElement | null {
  if (alerts.length === 0) return null;
  const standing = alerts.filter(({ lastReadAt }) => lastReadAt === undefined);
  const told = standing.length > 0 ? standing : alerts;
  const [oldestRead] = alerts.flatMap(({ lastReadAt }) => lastReadAt ?? []).sort();
  const names = [...new Set(told.map((alert) => nameOf(t, alert)))].join(t('site.alert.and'));
  const sources = [...new Set(alerts.map(({ source }) => source))];
  return (
    <aside className="alarm" aria-label={t('site.alert.label')}>
      <div className="wrap" role={standing.length > 0 ? 'alert' : 'status'}>
        <Icon name="warning" />
        <div>
          <p className="alarm-t">{t(standing.length > 0 ? 'site.alert.stands' : 'site.alert.stood', { what: names })}</p>
          <p className="alarm-do">{t('site.alert.do')}</p>
          {alerts.map((alert) => (
            <p key={`${alert.source} ${alert.title}`}>{alerts.length === 1 ? lineOf(t, alert, ward) : t('site.alert.line.of', { what: nameOf(t, alert), line: lineOf(t, alert, ward) })}</p>
          ))}
          {oldestRead === undefined ? null : <p>{t('site.alert.unread', { when: dateTime(t, new Date(oldestRead)) })}</p>}
          <ul>
            <li>
              {t('site.alert.call')} <PhoneLink number={phone} small />
            </li>
            {sources.map((source) => LOOK[source]).map((look) =>
              look === undefined ? null : (
                <li key={look[0]}>
                  <a href={look[0]} rel="noopener noreferrer">
                    {t(look[1])}
                  </a>
                </li>
              ),
            )}
          </ul>
        </div>
      </div>
    </aside>
  );
}

function lineOf(t: Translate, { source, since, area }: GravestAlert, ward: string): string {
  const said = LOOK[source]?.[2];
  const where = area === undefined ? t('site.alert.here', { ward }) : t('site.alert.coast', { ward, area });
  return t('site.alert.line', { where, when: since === undefined ? '' : dateTime(t, new Date(since)), source: said === undefined ? source : t(said) });
}
