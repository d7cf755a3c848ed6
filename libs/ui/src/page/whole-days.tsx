import { Fragment, type ReactElement } from 'react';

/** 12月10日(木): browsers that break by phrases would break after the month. */
const DAY = /([（(]?\d{1,2}月\d{1,2}日(?:\([日月火水木金土]\))?)/;

/** A line in which no day is broken in two, nor taken from the bracket it stands in. */
export function WholeDays({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(DAY).map((part, index) =>
        index % 2 === 0 ? (
          <Fragment key={index}>{part}</Fragment>
        ) : (
          <span key={index} className="nb">
            {part}
          </span>
        ),
      )}
    </>
  );
}
