// Buttons in every variant and state, and what is built of them.
import { useState } from 'react';
import { Button, buttonClass } from '#src/ui/button.tsx';
import type { ButtonVariant } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { LONG } from './samples.ts';
import { PartsSection, Specimen } from './specimen.tsx';

const VARIANTS: readonly { variant: ButtonVariant; words: string }[] = [
  { variant: 'primary', words: 'Launch report' },
  { variant: 'secondary', words: 'Open result' },
  { variant: 'quiet', words: 'Run again' },
  { variant: 'danger', words: 'Remove copies' },
];

const REASON = 'Three reports are running. A slot is free in about 4 min.';

export function Buttons() {
  return (
    <PartsSection title="Buttons">
      {VARIANTS.map(({ variant, words }) => (
        <Specimen key={variant} title={variant} layout="row">
          <Button variant={variant}>{words}</Button>
          <Button variant={variant} size="small">
            {words}
          </Button>
          <Button variant={variant} icon="refresh">
            {words}
          </Button>
          <Button variant={variant} disabledReason={REASON}>
            {words}
          </Button>
          <Button variant={variant} busy>
            {words}
          </Button>
          <Button variant={variant} size="small" icon="refresh" busy>
            {words}
          </Button>
        </Specimen>
      ))}
      <Specimen title="Icon alone: its name is the tooltip" layout="row">
        <Button iconOnly icon="more">
          More
        </Button>
        <Button iconOnly icon="close" variant="quiet">
          Close
        </Button>
        <Button iconOnly icon="up" variant="quiet" size="small">
          Move up
        </Button>
        <Button iconOnly icon="down" variant="quiet" size="small" disabledReason="It is the last one.">
          Move down
        </Button>
        <Button iconOnly icon="trash" variant="quiet" size="small" busy>
          Remove card
        </Button>
      </Specimen>
      <Specimen title="A link that looks like one" layout="row">
        <a className={buttonClass('primary')} href="#buttons">
          Open result
        </a>
        <a className={buttonClass('quiet', 'small')} href="#buttons">
          Edit and run
        </a>
      </Specimen>
      <Specimen title="Long words">
        <Button>{LONG}</Button>
      </Specimen>
      <Specimen title="Below text, a quiet button begins where the text does">
        <p>Results are kept 24 hours.</p>
        <Button variant="quiet">Run again</Button>
        <Button variant="quiet" size="small">
          Edit and run
        </Button>
      </Specimen>
      <Specimen title="Copy" layout="row">
        <CopyButton text="A text to copy">Copy request</CopyButton>
        <CopyButton text="A text to copy" size="small" disabledReason="Nothing to copy yet.">
          Copy rows
        </CopyButton>
      </Specimen>
      <Specimen title="Dialog" layout="row">
        <DialogSpecimen size="small" />
        <DialogSpecimen size="medium" />
        <DialogSpecimen size="large" />
      </Specimen>
    </PartsSection>
  );
}

function DialogSpecimen({ size }: { size: 'small' | 'medium' | 'large' }) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Open a {size} dialog
      </Button>
      <Dialog
        open={open}
        title="Name these settings"
        size={size}
        onClose={close}
        actions={
          <>
            <Button variant="primary" onClick={close}>
              Save
            </Button>
            <Button variant="quiet" onClick={close}>
              Cancel
            </Button>
          </>
        }
      >
        <p>They are offered above the form from then on.</p>
        <Field label="Name" hint="As you would say it to a colleague.">
          {(control) => <TextInput {...control} />}
        </Field>
      </Dialog>
    </>
  );
}
