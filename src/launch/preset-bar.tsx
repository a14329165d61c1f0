// The presets above the form: one press fills it, and Back brings the earlier settings back. Saving one and putting them in order come
// with code of their own.
import { lazy, useState } from 'react';
import { Link } from 'react-router';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { Button, buttonClass } from '#src/ui/button.tsx';
import type { FormState } from './form-state.ts';
import { presetQuery, presetSearch } from './preset-query.ts';
import { browserPresets, usePresets } from './preset-store.ts';
import { RecentSettingsList } from './recent-settings.tsx';
import * as words from './words.ts';
import styles from './preset-bar.module.css';

const PresetDialogs = lazy(async () => ({ default: (await import('./preset-dialogs.tsx')).PresetDialogs }));

/** More are in the dialog: a wall of buttons is no shortcut. */
const MOST = 8;

type PresetBarProps = { readonly form: FormState; readonly keys: ReadonlySet<string> };

export function PresetBar({ form, keys }: PresetBarProps) {
  const presets = usePresets();
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const current = presetQuery(form);
  const shown = presets.slice(0, MOST);
  const close = () => {
    setOpen(null);
  };
  return (
    <section className={styles['bar']} aria-label={words.presets}>
      {shown.length > 0 && (
        <ul className={styles['presets']}>
          {shown.map(({ id, name, query }) => (
            <li key={id}>
              <Link
                className={buttonClass('secondary', 'small')}
                to={{ search: presetSearch(query, form.keyId) }}
                aria-current={query === current ? 'true' : undefined}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['presets']}>
        <Button size="small" variant="quiet" icon="plus" onClick={() => setOpen('save')}>
          {words.saveAsPreset}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setOpen('manage')}>
          {presets.length > shown.length ? words.allPresets(presets.length) : words.managePresets}
        </Button>
      </div>
      <RecentSettingsList keyId={form.keyId} keys={keys} />
      {!browserPresets.isKept() && presets.length > 0 && (
        <p className={styles['what']}>{words.presetsNotKept}</p>
      )}
      {open !== null && (
        <LazyPart>
          <PresetDialogs open={open} form={form} onClose={close} />
        </LazyPart>
      )}
    </section>
  );
}
