import type { ComponentChildren } from "preact"

export type CardTableColumn<Row> = {
  readonly key: string
  readonly header: ComponentChildren
  readonly cell: (row: Row) => ComponentChildren
}

export type CardTableProps<Row> = {
  /** What the table lists; read out, and shown above it unless `hideCaption`. */
  readonly caption: ComponentChildren
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly CardTableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A table where there is room; on a phone each row becomes a card with its headers beside the values. */
export function CardTable<Row>({ caption, hideCaption, columns, rows, rowKey }: CardTableProps<Row>) {
  return (
    <div class="card-table-box">
      <table class="card-table">
        <caption class={hideCaption === true ? "visually-hidden" : "card-table-caption"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key}>
                  <span class="card-table-header" aria-hidden="true">
                    {column.header}
                  </span>
                  <div class="card-table-value">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
