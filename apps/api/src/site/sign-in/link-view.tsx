import type { ReactElement } from 'react';
import type { OpenedLink } from '@yoriai/identity';
import { Banner, Button, ErrorState, HiddenFields, LinkButton, type Translate } from '@yoriai/ui';

export interface LinkViewProps {
  readonly t: Translate;
  readonly opened: OpenedLink;
  /** The token of the link. */
  readonly link: string;
  readonly token: string;
}

/** What an opened link shows: a button here, the code in another browser, nothing when it is too late. */
export function LinkView({ t, opened, link, token }: LinkViewProps): ReactElement {
  switch (opened.kind) {
    case 'same-browser':
      return (
        <>
          <h1>{t('site.link.title')}</h1>
          <p className="mt3">{t('site.link.text')}</p>
          <form method="post" action={`/sign-in/link/${encodeURIComponent(link)}`} className="mt6">
            <HiddenFields values={{ _key: token }} />
            <Button wide>{t('site.link.go')}</Button>
          </form>
        </>
      );
    case 'other-browser':
      return (
        <>
          <h1>{t('site.link.other.title')}</h1>
          <p className="code-show num">{`${opened.code.slice(0, 3)} ${opened.code.slice(3)}`}</p>
          <p>{t('site.link.other.text')}</p>
          <Banner kind="note" className="mt5" title={t('site.link.other.safe')} />
        </>
      );
    case 'gone':
      return (
        <ErrorState icon="clock" title={t('site.link.gone.title')}>
          <p>{t('site.link.gone.text')}</p>
          <LinkButton href="/sign-in">{t('site.link.gone.go')}</LinkButton>
        </ErrorState>
      );
  }
}
