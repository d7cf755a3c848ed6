import type { ReactElement } from 'react';
import { Meter } from '../event/meter.js';
import { Banner } from '../notice/banner.js';
import { EmptyState, ErrorState } from '../notice/empty-state.js';
import { OfflineLine } from '../notice/offline-line.js';
import { BackLink, Breadcrumb } from '../page/back-link.js';
import { LinkButton, MoreLink } from '../page/button.js';
import type { Translate } from '../texts/translate.js';
import { Shelf } from './shelf.js';

/** Whatever is not the usual case. */
export function StateParts({ t }: { readonly t: Translate }): ReactElement {
  return (
    <Shelf title="ふつうでないとき">
      <BackLink t={t} href="#">
        行事の一覧へ
      </BackLink>
      <Breadcrumb
        t={t}
        items={[
          { href: '#a', label: 'ホーム' },
          { href: '#b', label: '地域' },
          { href: '#c', label: '西船場' },
        ]}
      />
      <EmptyState title="この条件の行事はいまありません">
        <p>条件をひとつはずすと、7件あります。</p>
        <LinkButton href="#" kind="outline">
          「手話あり」をはずす
        </LinkButton>
      </EmptyState>
      <Banner kind="rain" title="雨のときは中止です">
        決めるのは11月28日(土) 17時。このページでお知らせします。
      </Banner>
      <Banner kind="wait" title="満員です。4組が待っています">
        <p>空いたら、順番に電話かメールでお知らせします。</p>
      </Banner>
      <Banner kind="cancelled" title="この行事は中止になりました">
        <p>申し込んだ方の手続きはいりません。</p>
      </Banner>
      <Banner kind="good" title="人数を3人に変えました" role="status">
        <MoreLink href="#">元にもどす</MoreLink>
      </Banner>
      <Banner kind="info" title="保険について">
        活動中のけがは、主催が入る行事用保険で備えます。
      </Banner>
      <Banner kind="bad" title="うまくいきませんでした" />
      <Banner kind="warm" title="当番があと5人たりません" />
      <Banner kind="note" title="締切は11月27日(金) 17時です" />
      <Banner kind="drill" title="これは訓練です" />
      <OfflineLine t={t} unsent={3} waiting={2} />
      <OfflineLine t={t} unsent={0} />
      <div className="box">
        <h3>名簿を書き出しています</h3>
        <Meter value={310} of={1240} className="mt3" />
        <p className="num mt2">
          <b>1,240件中 310件</b>・あと約2分
        </p>
      </div>
      <div className="emp">
        <p className="sub">次はページ全体の見本です。</p>
      </div>
      <ErrorState title="この名簿は主催の方だけが見られます" icon="lock">
        <p>必要なときは、町会長に頼んでください。</p>
        <LinkButton href="#" kind="outline">
          ホームへ
        </LinkButton>
      </ErrorState>
    </Shelf>
  );
}
