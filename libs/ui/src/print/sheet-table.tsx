import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import { columnClass, Heads, type Column } from '../list/data-table.js';

export interface SheetTableProps<Row> {
  /** A list with widths of its own. */
  readonly className?: string;
  readonly title: ReactNode;
  /** Date, place, how many: under the title. */
  readonly lines?: readonly ReactNode[];
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Empty lines to write on by hand. */
  readonly blankLines?: number;
  /** 取扱注意 and when to destroy the paper. */
  readonly care?: ReactNode;
  /** Stands over the columns on every sheet a long list runs over. */
  readonly running?: ReactNode;
  /** Totals, under the table. */
  readonly foot?: ReactNode;
}

/** A list on paper: heads repeat on every sheet, no row is torn, boxes to tick stay empty. */
export function SheetTable<Row>(props: SheetTableProps<Row>): ReactElement {
  const { className, title, lines = [], columns, rows, rowKey, blankLines = 0, care, running, foot } = props;
  return (
    <>
      <header className="ls-h">
        <h1>{title}</h1>
        {lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        {care === undefined ? null : <p className="care">{care}</p>}
      </header>
      <SheetRows className={className} caption={title} columns={columns} rows={rows} rowKey={rowKey} blankLines={blankLines} running={running} />
      {foot === undefined ? null : <footer className="ls-f">{foot}</footer>}
    </>
  );
}

type SheetRowsProps<Row> = Pick<SheetTableProps<Row>, 'columns' | 'rows' | 'rowKey' | 'blankLines' | 'running'> & { readonly className?: string | undefined; readonly caption: ReactNode };

/** The table of a list on paper alone, for sheets of several. */
export function SheetRows<Row>({ className, caption, columns, rows, rowKey, blankLines = 0, running }: SheetRowsProps<Row>): ReactElement {
  return (
    <table className={classes('lst', 'num', className)}>
      <caption className="vh">{caption}</caption>
      <thead>
        {running === undefined ? null : (
          <tr className="run">
            <th colSpan={columns.length} scope="colgroup">
              {running}
            </th>
          </tr>
        )}
        <Heads columns={columns} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={columnClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {Array.from({ length: blankLines }, (_, index) => (
          <tr key={`blank ${index}`} className="blank">
            {columns.map((column) => (
              <td key={column.key} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A word and a line to write its number on. */
export function WriteIn({ label, unit }: { readonly label: string; readonly unit?: string }): ReactElement {
  return (
    <span className="write-in">
      {label}
      <span />
      {unit}
    </span>
  );
}

/** An empty square to tick with a pen. */
export function TickBox(): ReactElement {
  return <span className="tick" aria-hidden="true" />;
}
