import { Button, Icon } from '@yoriai/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { removeRow, restoreRow, rowAt, rowNames, type ListName, type RemovedRow } from '../rows.js';
import type { Values } from '../values.js';

export interface RowsListProps {
  readonly list: ListName;
  /** 当番 / 申込, with its number. */
  readonly heading: 'app.duties.nth' | 'app.frames.nth';
  readonly values: Values;
  /** Ids of the rows that the server has. */
  readonly known: readonly string[];
  readonly replace: (values: Values) => void;
  /** The boxes of one row; `at` is how their names begin. */
  readonly row: (at: string) => ReactElement;
}

/**
 * Rows that can be taken away and brought back. Each stays the same thing on the screen when others come and go, and
 * the focus goes to the heading of the row that came, or of the one that took the place.
 */
export function RowsList({ list, heading, values, known, replace, row }: RowsListProps): ReactElement {
  const names = rowNames(values, list);
  const [removed, setRemoved] = useState<RemovedRow>();
  const remove = (index: number): void => {
    setRemoved(rowAt(values, list, index));
    replace(removeRow(values, list, index));
  };
  const restore = (back: RemovedRow): void => {
    setRemoved(undefined);
    replace(restoreRow(values, list, back, known));
  };
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(names);
  const shown = names.join(' ');
  useEffect(() => {
    const [was, is] = [before.current, shown === '' ? [] : shown.split(' ')];
    before.current = is;
    if (was.length === is.length) return;
    const came = is.findIndex((name) => !was.includes(name));
    const gone = was.findIndex((name) => !is.includes(name));
    const target = came >= 0 ? came : Math.min(gone, is.length - 1);
    const headings = box.current?.querySelectorAll<HTMLElement>('h2') ?? [];
    (headings[target] ?? box.current)?.focus();
  }, [shown]);
  return (
    <div ref={box} tabIndex={-1}>
      {names.map((name, index) => (
        <section className="rowbox" key={name} aria-labelledby={`${list}-${index}`}>
          <div className="row between">
            <h2 id={`${list}-${index}`} tabIndex={-1} className="fs-18 num">
              {t(heading, { n: index + 1 })}
            </h2>
            <Button type="button" kind="text" size="s" onClick={() => remove(index)} about={t(heading, { n: index + 1 })}>
              {t('app.row.remove')}
            </Button>
          </div>
          {row(`${list}.${index}`)}
        </section>
      ))}
      <div role="status">
        {removed === undefined ? null : (
          <p className="row removed">
            <Icon name="tick" small />
            <span className="num">{t('app.row.removed', { row: removed.row['duty'] || removed.row['name'] || t(heading, { n: removed.index + 1 }) })}</span>
            <Button type="button" kind="outline" size="s" icon="undo" onClick={() => restore(removed)}>
              {t('app.row.restore')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
