import { ifMatch, patchEvent, patchEventChange, type EventDetail } from '@yoriai/api-client';
import { Banner, Button } from '@yoriai/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { dropDraft } from '../../app/drafts.js';
import { AppLink } from '../../app/link.js';
import { paths } from '../../app/paths.js';
import { sentence, t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { useDraft } from '../../ui/use-draft.js';
import { eventTitle } from '../events/event-title.js';
import { eventQuery, useEventChanged } from '../events/queries.js';
import { asWritten } from '../events/writing.js';
import { onAgain } from './on-again.js';
import { ProgrammeBoxes } from './programme-boxes.js';
import { added, daysOf, inOrder, moved, readRows, rowsOf, type ProgrammeRow } from './programme-rows.js';

/** プログラム: what takes place within the event, in its running order. */
export function ProgrammeScreen(): ReactElement {
  const { id } = useParams({ from: '/events/$id/programme' });
  const event = useQuery(eventQuery(id));
  return <Answer of={event}>{(found) => <Programme event={found} />}</Answer>;
}

/** Words of a published event are edited at once; beside a change that is written they go into it. */
const editsAtOnce = ({ can, change }: EventDetail): boolean => change === null && can.edit === true;

function Programme({ event }: { readonly event: EventDetail }): ReactElement {
  const why = editsAtOnce(event) ? undefined : whyNot(event.can.change);
  return (
    <Screen title={t('programme.label')} width="narrow" back={{ href: paths.event(event.id), label: eventTitle(event) }} lead={t('programme.lead')}>
      {why === undefined ? <Form key={event.id} event={event} /> : <ReadOnly event={event} why={why} />}
    </Screen>
  );
}

function ReadOnly({ event, why }: { readonly event: EventDetail; readonly why: string }): ReactElement {
  return (
    <>
      <Banner kind="info" className="mt4" title={t('app.check.read-only')}>
        <p>{why}</p>
      </Banner>
      <ol className="mt4 num">
        {(event.programme ?? []).map((item, index) => (
          <li key={index}>{[item.start ?? t('programme.all-day'), item.title, item.place].filter(Boolean).join('　')}</li>
        ))}
      </ol>
    </>
  );
}

/** The rows as they are being written, and their saving. */
function useProgramme(event: EventDetail) {
  const changed = useEventChanged();
  const atOnce = editsAtOnce(event);
  // What the rows stand on: somebody else's edit meanwhile is met as a 412, never written over.
  const [version, setVersion] = useState(event.version);
  const draft = `programme/${event.id}/${version}`;
  const { value: rows, write, restored } = useDraft<readonly ProgrammeRow[]>(draft, rowsOf(asWritten(event).programme));
  const [said, setSaid] = useState<string>();
  const [pressed, setPressed] = useState(restored);
  const saving = useAct(
    (programme: ReturnType<typeof readRows>['items'], options) => (atOnce ? patchEvent : patchEventChange)(event.id, { programme }, { headers: { ...options.headers, ...ifMatch(version) } }),
    async (answer) => {
      dropDraft(draft);
      setVersion(answer.version);
      setPressed(false);
      await changed(answer);
      setSaid(t('programme.saved'));
    },
  );
  const unread = Object.entries(readRows(rows).errors).map(([box, code]) => [box, sentence(code)]);
  return {
    ...{ rows, said, saving, atOnce },
    errors: (pressed ? { ...saving.errors, ...Object.fromEntries(unread) } : {}) as Readonly<Record<string, string>>,
    put: (next: readonly ProgrammeRow[], words?: string): void => {
      setSaid(words);
      write(next);
    },
    submit: (sending: FormEvent): void => {
      sending.preventDefault();
      setPressed(true);
      write(inOrder(rows));
      const { items, errors: wrong } = readRows(inOrder(rows));
      if (Object.keys(wrong).length === 0) saving.act(items);
    },
  };
}

const named = ({ title }: ProgrammeRow): string => title || t('programme.new');

function Form({ event }: { readonly event: EventDetail }): ReactElement {
  const { rows, said, saving, atOnce, errors, put, submit } = useProgramme(event);
  const written = asWritten(event);
  const list = useRef<HTMLOListElement>(null);
  const focusOn = useFocus(list, rows);
  const add = (gap: number | null): void => {
    const next = added(rows, gap, written);
    focusOn(`${next.at(-1)!.row}/title`);
    put(next);
  };
  const move = (row: ProgrammeRow, index: number, by: -1 | 1): void => {
    focusOn(`${row.row}/${by < 0 ? 'up' : 'down'}`);
    put(moved(rows, index, by), t('programme.moved', { title: named(row), n: index + by + 1 }));
  };
  const remove = (row: ProgrammeRow, index: number): void => {
    focusOn(`${(rows[index + 1] ?? rows[index - 1])?.row ?? ''}/head`);
    put(rows.filter((each) => each !== row), t('programme.removed', { title: named(row) }));
  };
  return (
    <form noValidate onSubmit={submit}>
      {atOnce ? null : <Banner kind="note" className="mt4" title={t('programme.in-change')} />}
      {Object.keys(saving.errors).length === 0 ? <FailureBanner error={saving.error} /> : null}
      <FormErrors errors={errors} />
      {rows.length === 0 ? <p className="mt4">{t('programme.none')}</p> : null}
      <ol className="pgr mt4" ref={list}>
        {rows.map((row, index) => (
          <ProgrammeBoxes
            key={row.row}
            {...{ row, index, errors }}
            days={daysOf(written)}
            last={index === rows.length - 1}
            set={(box, text) => put(rows.map((each) => (each === row ? { ...row, [box]: text } : each)))}
            move={(by) => move(row, index, by)}
            remove={() => remove(row, index)}
          />
        ))}
      </ol>
      <p role="status" className="mt3 num">
        {said}
      </p>
      <AddButtons add={add} first={rows.length === 0} />
      <OnAgain event={event} rows={rows} />
      <p className="mt6">
        <Button>{t(saving.pending ? 'app.sending' : 'programme.save')}</Button>
      </p>
    </form>
  );
}

/** What comes next is said in minutes after what is last. */
const PAUSES = [5, 10, 15] as const;

function AddButtons({ add, first }: { readonly add: (gap: number | null) => void; readonly first: boolean }): ReactElement {
  return (
    <div className="mt4">
      <p className="strong">{t('programme.add')}</p>
      <div className="btns mt2">
        <Button type="button" kind="outline" size="s" icon="add" onClick={() => add(0)}>
          {t(first ? 'programme.add' : 'programme.add.next')}
        </Button>
        {first
          ? null
          : PAUSES.map((minutes) => (
              <Button key={minutes} type="button" kind="outline" size="s" icon="add" onClick={() => add(minutes)}>
                {t('programme.add.after', { minutes })}
              </Button>
            ))}
        <Button type="button" kind="outline" size="s" icon="add" onClick={() => add(null)}>
          {t('programme.add.empty')}
        </Button>
      </div>
    </div>
  );
}

/** Sets the focus on what is named once the rows are drawn anew: a row that moves takes its button along, but not the focus. */
function useFocus(list: RefObject<HTMLOListElement | null>, rows: readonly ProgrammeRow[]): (name: string | undefined) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  }, [list, rows]);
  return (name) => void (wanted.current = name);
}

/** Said before it is saved: whoever was told that it is left out is not told anew. */
function OnAgain({ event, rows }: { readonly event: EventDetail; readonly rows: readonly ProgrammeRow[] }): ReactElement | null {
  const titles = onAgain(event, rows);
  if (titles.length === 0) return null;
  return (
    <Banner kind="note" className="mt5" title={t('programme.on-again', { titles: titles.join(t('programme.between')) })}>
      <p>
        {t('programme.on-again.body')} <AppLink href={paths.cancel(event.id)}>{t('programme.on-again.go')}</AppLink>
      </p>
    </Banner>
  );
}
