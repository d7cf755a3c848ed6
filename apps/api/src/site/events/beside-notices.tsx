import type { ReactElement } from 'react';
import type { ShownNotice } from '@yoriai/events';
import { Lines, hostLang, type Translate } from '@yoriai/ui';

export interface BesideNoticesProps {
  readonly t: Translate;
  readonly notices: readonly ShownNotice[];
}

/** この行事とあわせてお知らせ: what the ward office has to say to those who come; nothing where it has nothing. */
export function BesideNotices({ t, notices }: BesideNoticesProps): ReactElement | null {
  if (notices.length === 0) return null;
  return (
    <section className="sec2" aria-labelledby="notices">
      <h2 id="notices">{t('site.notices.title')}</h2>
      <Notices t={t} notices={notices} />
    </section>
  );
}

/** 資料: what the ward office keeps for an area to look up at any time; nothing where it keeps nothing. */
export function AreaDocuments({ t, notices }: BesideNoticesProps): ReactElement | null {
  if (notices.length === 0) return null;
  return (
    <section className="sec2 mt5" aria-labelledby="documents">
      <h2 id="documents">{t('site.area.documents')}</h2>
      <Notices t={t} notices={notices} />
    </section>
  );
}

function Notices({ t, notices }: BesideNoticesProps): ReactElement {
  return (
    <div className="stack-l mt3" lang={hostLang(t)}>
      {notices.map(({ id, title, text, link, linkLabel }) => (
        <article key={id}>
          <h3 className="fs-18">{title}</h3>
          <p className="mt2">
            <Lines text={text} />
          </p>
          {link === null ? null : (
            <p className="mt2">
              <a href={link} rel="nofollow noopener noreferrer" className="more">
                {linkLabel}
              </a>{' '}
              <span className="sub">{new URL(link).hostname}</span>
            </p>
          )}
        </article>
      ))}
    </div>
  );
}
