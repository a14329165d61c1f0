// All presets: rename, pin and delete them, take them to a file and bring them back from one.
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { PresetFiles } from './preset-files.tsx';
import { presetSearch } from './preset-query.ts';
import { PresetRename } from './preset-rename.tsx';
import { browserPresets, usePresets } from './preset-store.ts';
import type { Preset } from './preset-store.ts';
import { presetInWords } from './preset-text.ts';
import * as words from './preset-words.ts';
import styles from './preset-manager.module.css';

type PresetManagerProps = { readonly keyId: string; readonly onClose: () => void };

export function PresetManager({ keyId, onClose }: PresetManagerProps) {
  const presets = usePresets();
  const [deleted, setDeleted] = useState<Preset | null>(null);
  return (
    <Dialog open title={words.presets} size="large" onClose={onClose}>
      <div className={styles['form']}>
        {deleted !== null && (
          <Deleted
            key={deleted.id}
            preset={deleted}
            onUndo={() => {
              browserPresets.put(deleted);
              setDeleted(null);
            }}
          />
        )}
        {presets.length === 0 && <p>{words.noPresets}</p>}
        {presets.length > 0 && (
          <ul className={styles['list']}>
            {presets.map((preset) => (
              <PresetRow
                key={preset.id}
                preset={preset}
                search={presetSearch(preset.query, keyId)}
                onUse={onClose}
                onDelete={() => {
                  browserPresets.remove(preset.id);
                  setDeleted(preset);
                }}
              />
            ))}
          </ul>
        )}
        <PresetFiles presets={presets} />
      </div>
    </Dialog>
  );
}

type PresetRowProps = {
  readonly preset: Preset;
  readonly search: string;
  readonly onUse: () => void;
  readonly onDelete: () => void;
};

function PresetRow({ preset, search, onUse, onDelete }: PresetRowProps) {
  const [renaming, setRenaming] = useState(false);
  const titleId = `preset-${preset.id}`;
  return (
    <li className={styles['row']}>
      {renaming ? (
        <PresetRename preset={preset} onDone={() => setRenaming(false)} />
      ) : (
        <>
          <div>
            <Link id={titleId} to={{ search }} onClick={onUse}>
              {preset.name}
            </Link>
            <p className={styles['what']}>
              {preset.pinned ? words.pinnedAnd(presetInWords(preset.query)) : presetInWords(preset.query)}
            </p>
          </div>
          <div className={styles['actions']}>
            <Button
              size="small"
              variant="quiet"
              aria-describedby={titleId}
              onClick={() => browserPresets.put({ ...preset, pinned: !preset.pinned })}
            >
              {preset.pinned ? words.unpin : words.pin}
            </Button>
            <Button size="small" variant="quiet" aria-describedby={titleId} onClick={() => setRenaming(true)}>
              {words.rename}
            </Button>
            <Button size="small" variant="quiet" icon="trash" aria-describedby={titleId} onClick={onDelete}>
              {words.remove}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

/** What was just deleted, and the way back, which has the focus: the button that was pressed is gone. */
function Deleted({ preset, onUndo }: { preset: Preset; onUndo: () => void }) {
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    announce(words.removed(preset.name));
  }, [announce, preset.name]);
  return (
    <div className={styles['actions']}>
      <p>{words.wasRemoved(preset.name)}</p>
      <Button ref={button} size="small" onClick={onUndo}>
        {words.undo}
      </Button>
    </div>
  );
}
