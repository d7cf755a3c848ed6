import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';

/** One column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly number?: boolean;
  /** Takes what is left of the width: notes, long names. */
  readonly wide?: boolean;
}

/** Class of a column's cells. */
export function columnClass(column: { readonly number?: boolean; readonly wide?: boolean }): string | undefined {
  return classes(column.number && 'n', column.wide && 'wd');
}

/** The row of the columns' heads. */
export function Heads<Row>({ columns }: { readonly columns: ReadonlyArray<Column<Row>> }): ReactElement {
  return (
    <tr>
      {columns.map((column) => (
        <th key={column.key} scope="col" className={columnClass(column)}>
          {column.head}
        </th>
      ))}
    </tr>
  );
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** Caption for readers only, where a heading says the same. */
  readonly captionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A line of sums. */
  readonly foot?: ReactNode;
}

/** A table with caption, heads and row heads; scrolls inside itself on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, captionHidden, columns, rows, rowKey, foot } = props;
  return (
    <div className="scroll" role="region" aria-label={typeof caption === 'string' ? caption : undefined} tabIndex={0}>
      <table className="tb">
        <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <Heads columns={columns} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={columnClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
