import type { ReactElement, ReactNode } from 'react';
import { bothYears, himekuriOf, type Moment } from '../dates/dates.js';
import { classes } from '../link.js';
import { Logo } from '../picture/logo.js';
import { QrCode } from '../picture/qr-code.js';
import { sceneFile } from '../picture/scene.js';
import { Phrases } from '../page/phrases.js';
import { withoutReadings } from '../page/readings.js';
import type { Translate } from '../texts/translate.js';

/** `picture` is drawn over the words; `words` needs little ink and is read from further away. */
export const POSTER_LOOKS = ['picture', 'words'] as const;
export type PosterLook = (typeof POSTER_LOOKS)[number];

export interface PosterProps {
  readonly t: Translate;
  readonly look?: PosterLook;
  readonly field: string;
  /** Whose event it is; stands on top of the look without a picture. */
  readonly host: string;
  /** One sentence over the title. */
  readonly lead: string;
  /** Title with readings, `{靱|うつぼ}公園`. */
  readonly title: string;
  readonly startsAt: Moment;
  readonly holiday?: boolean;
  /** 10時〜13時. */
  readonly time: string;
  /** Opening, rain: short lines under the time. */
  readonly notes?: readonly string[];
  readonly rows: ReadonlyArray<{ readonly term: string; readonly detail: ReactNode }>;
  readonly phone: string;
  readonly contact: string;
  /** Over the phone number; 「申込・問合せ」 without. */
  readonly contactHead?: string;
  /** Address written out, without the protocol. A sample has none, and no code. */
  readonly url?: string;
  readonly qrText?: string;
  readonly deadline?: ReactNode;
  /** 【中止】, 【満員】 or 【承認前・見本】 over the title. */
  readonly stamp?: string;
  /** It is off: the stamp is as large as the title, and says why. */
  readonly off?: { readonly why: string | null };
}

/** The poster of an event: one A4 sheet, read across a corridor, good in black and white. */
export function Poster(props: PosterProps): ReactElement {
  const { t, title } = props;
  const leaf = himekuriOf(t, props.startsAt, props.holiday);
  return (
    <>
      {props.look === 'words' ? null : (
        <div className="pa">
          <img src={sceneFile(props.field)} alt="" />
        </div>
      )}
      <div className="pb num">
        {props.look === 'words' ? <p className="host">{props.host}</p> : null}
        <p className="lead">{props.lead}</p>
        <h1 className={titleSize(title)}>
          {props.stamp === undefined ? null : <span className={props.off ? 'stamp off' : 'stamp'}>{props.stamp}</span>}
          <Phrases text={title} />
        </h1>
        {props.off?.why ? <p className="why">{props.off.why}</p> : null}
        <div className="pd">
          <p className="dt">
            <span>{bothYears(t, props.startsAt)}</span>
            <Large text={leaf.month} />
            <Large text={leaf.spokenDay} />
            <em
              className={classes(
                (leaf.kind === 'sun' || leaf.kind === 'holiday') && 'sun',
                leaf.weekday.length > 1 && 'long',
              )}
            >
              {leaf.weekday}
            </em>
          </p>
          <p className="tm">
            <b>{props.time}</b>
            {(props.notes ?? []).map((note) => (
              <span key={note}>{note}</span>
            ))}
          </p>
        </div>
        <dl className="pk">
          {props.rows.map((row) => (
            <PosterRow key={row.term} {...row} />
          ))}
        </dl>
        <PosterFoot {...props} />
      </div>
    </>
  );
}

/** 11月: the number large, what it counts small. */
function Large({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {(text.match(/\{[^}]*\}|\d+|[^\d{]+/g) ?? []).map((part) => (/^\d/.test(part) ? <b key={part}>{part}</b> : <i key={part}>{part}</i>))}
    </>
  );
}

function PosterFoot(props: PosterProps): ReactElement {
  const { t } = props;
  return (
    <div className="pf">
      <div className="pq">
        {props.qrText === undefined ? null : <QrCode text={props.qrText} label={t('ui.qr')} />}
      </div>
      <div className="pt">
        <p className="ph1">{props.contactHead ?? t('print.poster.contact')}</p>
        <p className="ptl">{props.phone}</p>
        <p>{props.contact}</p>
        {props.url === undefined ? null : <p className="url">{props.url}</p>}
        {props.deadline === undefined ? null : <p className="dl">{props.deadline}</p>}
      </div>
      <div className="pl2">
        <Logo />
      </div>
    </div>
  );
}

/** Long titles shrink in steps, so that two or three lines hold them. Letters of the Latin alphabet are half as wide. */
export function titleSize(title: string): string | undefined {
  const plain = withoutReadings(title);
  const letters = plain.length - plain.replace(/[^\u0020-\u007e]/g, '').length / 2;
  if (letters > 28) return 'tiny';
  return letters > 16 ? 'small' : undefined;
}

/** Label and value of a paper. */
export function PosterRow({ term, detail }: { readonly term: string; readonly detail: ReactNode }): ReactElement {
  return (
    <>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </>
  );
}
