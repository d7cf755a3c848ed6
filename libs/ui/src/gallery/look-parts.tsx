import type { ReactElement } from 'react';
import { Badge, StatusBadge } from '../notice/badge.js';
import { statusLooks, type Status } from '../notice/status.js';
import { Button, LinkButton, MoreLink } from '../page/button.js';
import { PhoneLink } from '../page/phone-link.js';
import { Phrases } from '../page/phrases.js';
import { iconDrawings, type IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';
import { ACTIVITY_FIELDS, Motif } from '../picture/motif.js';
import { QrCode } from '../picture/qr-code.js';
import { HomeScene, Scene } from '../picture/scene.js';
import type { Translate } from '../texts/translate.js';
import { Shelf } from './shelf.js';

const PARAMS = { count: 5, date: '11月24日(火)' } as const;

/** Pictures, words and buttons. */
export function LookParts({ t }: { readonly t: Translate }): ReactElement {
  return (
    <>
      <Shelf title="状態のことば">
        <div className="row tight">
          {(Object.keys(statusLooks) as Status[]).map((status) => (
            <StatusBadge key={status} t={t} status={status} params={PARAMS} />
          ))}
          <Badge icon="clock">あと7日</Badge>
        </div>
      </Shelf>
      <Buttons />
      <Pictures t={t} />
    </>
  );
}

function Buttons(): ReactElement {
  return (
    <Shelf title="ボタン">
      <div className="btns">
        <Button type="button">申し込む</Button>
        <Button type="button" kind="outline" icon="print">
          紙に印刷する
        </Button>
        <Button type="button" kind="text">
          あとで
        </Button>
        <Button type="button" kind="stop">
          来られなくなった
        </Button>
        <LinkButton href="#" kind="outline" size="m">
          中くらい
        </LinkButton>
        <LinkButton href="#" kind="outline" size="s" icon="calendar">
          小さい
        </LinkButton>
      </div>
      <Button type="button" size="answer" wide icon="tick-circle">
        参加します
      </Button>
      <Button type="button" kind="outline" size="answer" wide icon="cross-circle">
        行けません
      </Button>
      <MoreLink href="#">すべて見る（118件）</MoreLink>
      <div>
        <PhoneLink number="06-0000-0120" />
      </div>
      <p>
        <Phrases text="{靱公園|うつぼこうえん}バラ{園|えん}コンサート" />
      </p>
    </Shelf>
  );
}

function Pictures({ t }: { readonly t: Translate }): ReactElement {
  return (
    <Shelf title="絵">
      <div className="row">
        {ACTIVITY_FIELDS.map((field) => (
          <Motif key={field} field={field} />
        ))}
        <Motif field="bunka" size="s" />
        <Motif field="kodomo" size="l" />
      </div>
      <Scene t={t} field="bunka" />
      <Scene t={t} field="kankyo" />
      <div className="hero">
        <div className="hero-g" />
        <HomeScene t={t} />
      </div>
      <div className="row">
        {(Object.keys(iconDrawings) as IconName[]).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
      <div className="qrb">
        <QrCode text="https://yoriai.example.jp/t/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO" label={t('ui.qr')} />
      </div>
    </Shelf>
  );
}
