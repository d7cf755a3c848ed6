import { Button, NativeSelect, TextArea, TextInput, type TextKey } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { PROGRAMME_KINDS, type ProgrammeRow } from './programme-rows.js';

interface ProgrammeBoxesProps {
  readonly row: ProgrammeRow;
  readonly index: number;
  readonly last: boolean;
  readonly days: number;
  /** Sentences by box, `programme.0.start`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (box: keyof ProgrammeRow, text: string) => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** One item: a line to read and move; its boxes open where there is something to write. */
export function ProgrammeBoxes({ row, index, last, days, errors, set, move, remove }: ProgrammeBoxesProps): ReactElement {
  const at = `programme.${index}.`;
  const wrong = Object.keys(errors).some((box) => box.startsWith(at));
  const [open, setOpen] = useState(row.title === '');
  const about = row.title || t('programme.new');
  const hours = row.start === '' ? t('programme.all-day') : `${row.start}${row.end === '' ? '' : `–${row.end}`}`;
  return (
    <li>
      <details className="dt" open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="num" data-focus={`${row.row}/head`}>
          <span>
            <b>{hours}</b>　{about}
            {row.place === '' ? null : <span className="sub">　{row.place}</span>}
          </span>
        </summary>
        <Boxes {...{ row, at, days, errors, set }} />
      </details>
      <div className="btns">
        {index === 0 ? null : (
          <Button type="button" kind="text" size="s" about={about} data-focus={`${row.row}/up`} onClick={() => move(-1)}>
            {t('programme.up')}
          </Button>
        )}
        {last ? null : (
          <Button type="button" kind="text" size="s" about={about} data-focus={`${row.row}/down`} onClick={() => move(1)}>
            {t('programme.down')}
          </Button>
        )}
        <Button type="button" kind="text" size="s" about={about} onClick={remove}>
          {t('programme.remove')}
        </Button>
      </div>
    </li>
  );
}

type BoxesProps = Pick<ProgrammeBoxesProps, 'row' | 'days' | 'errors' | 'set'> & { readonly at: string };

function Boxes({ row, at, days, errors, set }: BoxesProps): ReactElement {
  const box = (name: keyof ProgrammeRow, label: TextKey, need: 'required' | 'optional' = 'optional') => {
    const error = errors[`${at}${name}`];
    return { t, name: `${at}${name}`, label: t(label), need, value: row[name], ...(error === undefined ? {} : { error }), onChange: (event: { target: { value: string } }) => set(name, event.target.value) };
  };
  return (
    <div className="mb4">
      <TextInput {...box('title', 'programme.title', 'required')} data-focus={`${row.row}/title`} autoComplete="off" maxLength={80} />
      <div className="times lead">
        {days === 1 ? null : <NativeSelect {...box('day', 'programme.day', 'required')} choices={Array.from({ length: days }, (_, day) => ({ value: String(day), label: t('programme.day.nth', { n: day + 1 }) }))} />}
        <TextInput {...box('start', 'programme.start')} type="time" />
        <TextInput {...box('end', 'programme.end')} type="time" />
      </div>
      <p className="hint">{t('programme.start.hint')}</p>
      <NativeSelect {...box('kind', 'programme.kind', 'required')} width="mid" choices={PROGRAMME_KINDS.map((value) => ({ value, label: t(`programme.kind.${value}`) }))} />
      <TextInput {...box('place', 'programme.place')} autoComplete="off" maxLength={60} />
      <TextInput {...box('performer', 'programme.by')} autoComplete="off" maxLength={80} />
      <TextArea {...box('note', 'programme.note')} rows={2} maxLength={200} />
    </div>
  );
}
