import { Badge, type IconName, type Tone } from '@yoriai/ui';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../../i18n.js';
import { kindWord, type ChangeKind, type ComparedRow } from './changes.js';

const LOOKS: Readonly<Record<Exclude<ChangeKind, 'same'>, { readonly icon: IconName; readonly tone: Tone }>> = {
  changed: { icon: 'pencil', tone: 'note' },
  added: { icon: 'add', tone: 'good' },
  removed: { icon: 'cross', tone: 'bad' },
};

export interface ChangeListProps {
  readonly rows: readonly ComparedRow[];
  /** What stands under a row, for instance what the ward wrote about it. */
  readonly under?: (row: ComparedRow) => ReactNode;
}

/** Answers with what they were before: the words 前回 and 今回, a line through the old one and an edge, so that no colour is needed. */
export function ChangeList({ rows, under }: ChangeListProps): ReactElement {
  return (
    <dl className="dfl">
      {rows.map((row) => (
        <div key={row.id} className={row.kind === 'same' ? 'dfr' : 'dfr ch'}>
          <dt>
            {row.term}
            {row.kind === 'same' ? null : <Kind of={row.kind} />}
          </dt>
          <dd className={under ? 'asks' : undefined}>
            {row.kind === 'same' ? <p className="pre num">{row.value}</p> : <OldAndNew row={row} />}
            {under?.(row)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Kind({ of }: { readonly of: Exclude<ChangeKind, 'same'> }): ReactElement {
  return (
    <>
      <br />
      <Badge {...LOOKS[of]}>{kindWord(of)}</Badge>
    </>
  );
}

function OldAndNew({ row }: { readonly row: ComparedRow }): ReactElement {
  return (
    <>
      <p className="old num">
        <span className="lb">{t('app.case.before')}</span>
        {row.before === '' ? t('ui.check.none') : <del className="pre">{row.before}</del>}
      </p>
      <p className="new num">
        <span className="lb">{t('app.case.now')}</span>
        {row.value === '' ? t('ui.check.none') : <ins className="pre">{row.value}</ins>}
      </p>
    </>
  );
}
