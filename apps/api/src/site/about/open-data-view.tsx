import type { ReactElement } from 'react';
import { MoreLink, PaperBox, PhoneLink, type Translate } from '@yoriai/ui';
import { EVENT_LIST_32 } from '../../open-data/event-list.edition.js';
import { feedPath } from '../events/listing-query.js';

interface OpenDataViewProps {
  readonly t: Translate;
  readonly ward: string;
  readonly phone: string;
}

/** The standard of the table's columns, at its publisher's. */
const STANDARD = 'https://www.digital.go.jp/resources/open_data/municipal-standard-data-set-test';
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.ja';

/** Everything that comes. */
const LIST = { page: 1 };

/** What can be taken away and used again, in which form and on which terms. Nobody's name is in it. */
export function OpenDataView({ t, ward, phone }: OpenDataViewProps): ReactElement {
  const files = [
    ['/events.csv', t('site.opendata.csv'), t('site.opendata.csv.text')],
    [feedPath(LIST, 'ics', t.lang), t('site.opendata.ics'), t('site.opendata.ics.text')],
    [feedPath(LIST, 'atom', t.lang), t('site.opendata.atom'), t('site.opendata.atom.text')],
    [feedPath(LIST, 'rss', t.lang), t('site.opendata.rss'), t('site.opendata.rss.text')],
  ] as const;
  return (
    <div className="prose">
      <h1>{t('site.opendata.title')}</h1>
      <p className="lede">{t('site.opendata.lead', { ward })}</p>
      <h2>{t('site.opendata.files')}</h2>
      <dl>
        {files.map(([href, name, text]) => (
          <div key={href}>
            <dt>
              <MoreLink href={href}>{name}</MoreLink>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('site.opendata.narrow')}</h2>
      <p>{t('site.opendata.narrow.text')}</p>
      <p>
        <MoreLink href="/events">{t('site.opendata.narrow.go')}</MoreLink>
      </p>
      <h2>{t('site.opendata.licence')}</h2>
      <p>{t('site.opendata.licence.text', { ward })}</p>
      <p>
        <a href={LICENCE} rel="license noopener noreferrer" className="more">
          {t('site.opendata.licence.go')}
        </a>
      </p>
      <h2>{t('site.opendata.columns')}</h2>
      <p>{t('site.opendata.columns.text', { count: EVENT_LIST_32.length })}</p>
      <p>
        <a href={STANDARD} rel="noopener noreferrer" className="more">
          {t('site.opendata.columns.go')}
        </a>
      </p>
      <details className="dt mt4">
        <summary>{t('site.opendata.columns.all')}</summary>
        <ol lang="ja">
          {EVENT_LIST_32.map(([heading]) => (
            <li key={heading}>{heading}</li>
          ))}
        </ol>
      </details>
      <h2>{t('site.opendata.not')}</h2>
      <p>{t('site.opendata.not.text')}</p>
      <div className="mt6">
        <PaperBox id="opendata-ask" title={t('site.opendata.ask')}>
          <PhoneLink number={phone} />
        </PaperBox>
      </div>
    </div>
  );
}
