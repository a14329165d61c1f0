// The palette: one field that finds pages, runs, mailboxes, presets and actions, and does what is chosen. A combobox with a list.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a combobox whose list shows groups, icons and notes */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useRemembered } from '#src/ui/remembered.ts';
import { TextInput } from '#src/ui/text-input.tsx';
import type { Entry, Found } from './entries.ts';
import { found } from './entries.ts';
import { recentChoices, remember } from './recent-choices.ts';
import { textOf } from './run-entries.ts';
import { isApple, keysOf, typedBy } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';
import { useEntries } from './use-entries.ts';
import { useVerbs } from './verbs.ts';
import * as words from './words.ts';
import type { ShortcutAct } from './shortcuts.ts';
import type { PaletteParts } from './verbs.ts';
import styles from './palette.module.css';

export function Palette(parts: PaletteParts) {
  const { onOpen, theme } = parts;
  const verbs = useVerbs(parts);
  const id = useId();
  const groups = useEntries(theme?.get() ?? null);
  const [recent] = useState(() => recentChoices.get());
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');
  const shown = useMemo(() => found(groups, query, recent), [groups, query, recent]);
  const entries = shown.groups.flatMap((group) => group.entries);
  const place = Math.max(
    0,
    entries.findIndex((entry) => entry.id === chosen),
  );
  const active = entries[place];
  const list = useRef<HTMLDivElement>(null);
  const optionId = (entry: Entry) => `${id}${entry.id.replaceAll(/\s/g, '-')}`;
  useReadAhead();

  // The list scrolls, the focus stays in the field.
  useLayoutEffect(() => {
    if (chosen !== '')
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function choose(entry: Entry) {
    remember(entry.id);
    // The dialog gives the focus back before what was chosen may take it elsewhere.
    onOpen(null);
    entry.act(verbs);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen(entries[(place + step + entries.length) % entries.length]?.id ?? '');
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      choose(active);
    } else if (typedBy(event, isApple()) === 'mod k') {
      event.preventDefault();
      onOpen(null);
    }
  }

  return (
    <Dialog open title={words.findOrDo} size="medium" onClose={() => onOpen(null)}>
      <TextInput
        role="combobox"
        aria-label={words.findAnything}
        aria-expanded={entries.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        placeholder={words.whatToType}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setChosen('');
          list.current?.scrollTo(0, 0);
        }}
        onKeyDown={press}
      />
      <output className={styles['count']}>{countLine(shown, query, entries.length)}</output>
      {entries.length === 0 && (
        <p className={classNames(styles['note'], styles['list'])}>{words.howToFind}</p>
      )}
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={words.found}
        hidden={entries.length === 0}
        className={styles['list']}
      >
        {shown.groups.map(({ name, entries: members }, place) => (
          <div key={name} role="group" aria-labelledby={`${id}group${place}`}>
            <div id={`${id}group${place}`} role="presentation" className={styles['group']}>
              {name}
            </div>
            {members.map((entry) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are pressed in the field, which names this option as the active one
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={entry === active}
                className={styles['option']}
                data-tone={entry.tone}
                onPointerMove={() => setChosen(entry.id)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(entry)}
              >
                <Icon name={entry.icon} className={styles['icon']} />
                <span>{entry.name}</span> {entry.shortcut !== undefined && <Hint of={entry.shortcut} />}
                <span className={styles['note']}>{entry.note?.()}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** What would have been quicker. The list of shortcuts says it to those who hear this one. */
function Hint({ of }: { of: ShortcutAct }) {
  return useRemembered(singleKeys) && <kbd aria-hidden="true">{keysOf(of)}</kbd>;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function countLine({ count }: Found, query: string, shown: number): string {
  if (query.trim() === '') return words.typeWords;
  if (count > shown) return words.bestShown(count, shown);
  return count === 0 ? words.nothingFound : words.countFound(count);
}

/** As many runs as are put into words without a pause that could be felt. */
const AT_ONCE = 100;

/** Puts runs into words while nothing is typed yet. */
function useReadAhead(): void {
  const { records } = useDesk().environment;
  useEffect(() => {
    let place = 0;
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      const some = records.all().slice(place, place + AT_ONCE);
      for (const record of some) textOf(record);
      place += AT_ONCE;
      if (some.length > 0) timer = setTimeout(read);
    };
    timer = setTimeout(read);
    return () => clearTimeout(timer);
  }, [records]);
}
