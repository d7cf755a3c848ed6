import type { ListRequestLine } from '@yoriai/api-client';
import { Banner, LinkButton, dateTime } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { appLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { t } from '../../i18n.js';
import { eventTitle } from '../events/event-title.js';

/** On home, for ward staff: lists that wait for my yes or no, and those that I may take. */
export function ListsNote({ items }: { readonly items: readonly ListRequestLine[] }): ReactElement {
  const count = items.filter(({ mine }) => !mine).length;
  return (
    <>
      {count === 0 ? null : (
        <Banner kind="note" className="mb4" title={t('app.lists.home', { count })}>
          <div className="btns mt3">
            <LinkButton href={paths.lists} size="m" kind="outline" renderLink={appLink}>
              {t('app.lists.home.open')}
            </LinkButton>
          </div>
        </Banner>
      )}
      {items
        .filter(({ mine, state }) => mine && state === 'allowed')
        .map((each) => (
          <Banner key={each.id} kind="good" className="mb4" title={t('app.lists.home.allowed', { title: eventTitle(each) })}>
            <p className="num">{t('app.lists.allowed.until', { when: dateTime(t, each.until) })}</p>
            <div className="btns mt3">
              <LinkButton href={paths.papers(each.eventId)} size="m" kind="outline" renderLink={appLink}>
                {t('app.lists.take')}
                <span className="vh">：{eventTitle(each)}</span>
              </LinkButton>
            </div>
          </Banner>
        ))}
    </>
  );
}
